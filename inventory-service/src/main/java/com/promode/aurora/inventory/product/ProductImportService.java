package com.promode.aurora.inventory.product;

import com.promode.aurora.inventory.category.Categories;
import com.promode.aurora.inventory.product.ImportReport.Status;
import com.promode.aurora.inventory.product.ProductService.Change;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.Problems;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a file of products. Lines are written many at once; when the database refuses some, their halves are tried, down
 * to the line that is at fault, so that it alone is lost.
 */
@Service
class ProductImportService {

    private static final int AT_ONCE = 500;

    private final ProductService service;
    private final ProductRepository products;
    private final ProductCells cells;
    private final Categories categories;
    private final Audit audit;
    private final EntityManager entities;
    private final TransactionTemplate savepoint;

    ProductImportService(
            ProductService service,
            ProductRepository products,
            ProductCells cells,
            Categories categories,
            Audit audit,
            EntityManager entities,
            PlatformTransactionManager transactions) {
        this.service = service;
        this.products = products;
        this.cells = cells;
        this.categories = categories;
        this.audit = audit;
        this.entities = entities;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Creates and changes products by their codes, and says what became of each line; a dry run is undone at the end. */
    ImportReport run(String file, boolean dryRun) {
        var lines = ProductFile.read(file, ProductCells.columns());
        return Objects.requireNonNull(savepoint.execute(status -> {
            var done = new TreeMap<Integer, ImportReport.Line>();
            lines.stream().gather(Gatherers.windowFixed(AT_ONCE)).forEach(some -> take(some, done));
            var report = ImportReport.of(dryRun, done.values());
            if (dryRun) {
                status.setRollbackOnly();
            } else if (report.created() + report.updated() > 0) {
                var changed = Map.of("created", report.ids(Status.CREATED), "updated", report.ids(Status.UPDATED));
                audit.record("product.import", "product", null, null, changed);
            }
            return report;
        }));
    }

    private void take(List<ProductFile.Line> lines, Map<Integer, ImportReport.Line> done) {
        try {
            savepoint.executeWithoutResult(ignored -> write(lines, done));
        } catch (RuntimeException e) {
            entities.clear(); // what the persistence context holds was rolled back
            var refusal = refusal(e);
            if (lines.size() == 1) {
                var line = lines.getFirst();
                done.put(line.number(), ImportReport.Line.failed(line.number(), line.code(), refusal));
            } else {
                take(lines.subList(0, lines.size() / 2), done);
                take(lines.subList(lines.size() / 2, lines.size()), done);
            }
        }
    }

    /** What a line can be refused for; anything else is not its fault, and ends or repeats the import. */
    private static BusinessException refusal(RuntimeException e) {
        var refusal = Problems.of(e).orElseThrow(() -> e);
        if (refusal.status().is5xxServerError() || Problems.translated(e) instanceof ConcurrencyFailureException) {
            throw e;
        }
        return refusal;
    }

    private void write(List<ProductFile.Line> lines, Map<Integer, ImportReport.Line> done) {
        var known = products.withCodes(texts(lines, "productCode").toList()).stream()
                .collect(Collectors.toMap(Product::code, product -> product));
        var named = categories.named(texts(lines, ProductCells.CATEGORY).collect(Collectors.toSet()));
        var created = new TreeMap<Integer, SaveProduct>();
        var changed = new TreeMap<Integer, Change>();
        for (var line : lines) {
            try {
                var product = line.code() == null ? null : known.get(line.code());
                var command = command(line, product, named);
                if (product == null) {
                    created.put(line.number(), command);
                } else if (cells.same(product.details(), command)) {
                    done.put(line.number(), ImportReport.Line.of(line.number(), Status.UNCHANGED, product));
                } else {
                    changed.put(line.number(), new Change(product, command));
                }
            } catch (BusinessException e) {
                done.put(line.number(), ImportReport.Line.failed(line.number(), line.code(), e));
            }
        }
        service.change(List.copyOf(changed.values()));
        changed.forEach(
                (number, change) -> done.put(number, ImportReport.Line.of(number, Status.UPDATED, change.product())));
        var made = service.add(List.copyOf(created.values())).iterator();
        created.keySet().forEach(number -> done.put(number, ImportReport.Line.of(number, Status.CREATED, made.next())));
        entities.flush();
        entities.clear();
    }

    private SaveProduct command(ProductFile.Line line, @Nullable Product product, Map<String, UUID> named) {
        if (line.refusal() != null) {
            throw line.refusal();
        }
        var fields = new HashMap<String, @Nullable String>(line.cells());
        if (fields.containsKey(ProductCells.CATEGORY)) {
            var name = fields.remove(ProductCells.CATEGORY);
            if (name != null && !named.containsKey(name)) {
                throw BusinessException.invalid(ProductCells.CATEGORY, "there is no category '%s'", name);
            }
            fields.put(ProductCells.CATEGORY_ID, name == null ? null : String.valueOf(named.get(name)));
        }
        return cells.read(product == null ? null : product.details(), fields);
    }

    private static Stream<String> texts(List<ProductFile.Line> lines, String column) {
        return lines.stream().flatMap(line -> Stream.ofNullable(line.cells().get(column)));
    }
}
