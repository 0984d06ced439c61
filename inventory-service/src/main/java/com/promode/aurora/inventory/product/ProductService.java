package com.promode.aurora.inventory.product;

import com.promode.aurora.inventory.category.Categories;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.code.Codes;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ProductService {

    private static final String CODE_PREFIX = "PRD";

    private final ProductRepository products;
    private final ProductQueries queries;
    private final Categories categories;
    private final StockService stock;
    private final Codes codes;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ProductService(
            ProductRepository products,
            ProductQueries queries,
            Categories categories,
            StockService stock,
            Codes codes,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.products = products;
        this.queries = queries;
        this.categories = categories;
        this.stock = stock;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<ProductView> create(List<SaveProduct> commands) {
        var now = clock.instant();
        var caller = Caller.current().id();
        var known = categories.known(commands.stream()
                .map(SaveProduct::categoryId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var generated = codesFor(commands);
        var created = Batches.each(commands, command -> {
            known.require(command.categoryId());
            var code = Objects.requireNonNullElseGet(command.productCode(), generated::next);
            return products.save(new Product(code, command, caller, now));
        });
        products.flush();
        var ids = created.stream().map(Product::id).toList();
        stock.open(ids);
        created.forEach(product -> outbox.publish(product.changed(now)));
        var views = queries.get(ids);
        audit.created("product", views, ProductView::id);
        return views;
    }

    ProductView change(UUID id, SaveProduct command, IfMatch ifMatch) {
        var product = products.findById(id).orElseThrow(() -> BusinessException.notFound("product", id));
        ifMatch.check(product.version());
        categories
                .known(Stream.ofNullable(command.categoryId()).collect(Collectors.toSet()))
                .require(command.categoryId());
        var before = queries.get(id);
        product.change(command, clock.instant());
        products.saveAndFlush(product);
        stock.reorderPointChanged(id);
        outbox.publish(product.changed(clock.instant()));
        var after = queries.get(id);
        audit.record("product.update", "product", id, before, after);
        return after;
    }

    /** As many codes as commands lack one, passing over those that somebody has given by hand. */
    private Iterator<String> codesFor(List<SaveProduct> commands) {
        var missing = (int) commands.stream()
                .filter(command -> command.productCode() == null)
                .count();
        var free = new ArrayList<String>();
        while (free.size() < missing) {
            var next = codes.next(CODE_PREFIX, missing - free.size());
            var taken = products.codesAmong(next);
            next.stream().filter(code -> !taken.contains(code)).forEach(free::add);
        }
        return free.iterator();
    }
}
