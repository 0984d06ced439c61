package com.promode.aurora.inventory.product;

import com.promode.aurora.inventory.category.Categories;
import com.promode.aurora.inventory.purchase.PurchaseOrders;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ProductService {

    private static final String CODE_PREFIX = "PRD";

    private final ProductRepository products;
    private final ProductQueries queries;
    private final ProductPriceRepository prices;
    private final Categories categories;
    private final StockService stock;
    private final PurchaseOrders orders;
    private final Codes codes;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ProductService(
            ProductRepository products,
            ProductQueries queries,
            ProductPriceRepository prices,
            Categories categories,
            StockService stock,
            PurchaseOrders orders,
            Codes codes,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.products = products;
        this.queries = queries;
        this.prices = prices;
        this.categories = categories;
        this.stock = stock;
        this.orders = orders;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<ProductView> create(List<SaveProduct> commands) {
        var views = queries.get(add(commands).stream().map(Product::id).toList());
        audit.created("product", views, ProductView::id);
        return views;
    }

    ProductView change(UUID id, SaveProduct command, IfMatch ifMatch) {
        var product = get(id);
        ifMatch.check(product.version());
        var before = queries.get(id);
        change(List.of(new Change(product, command)));
        var after = queries.get(id);
        audit.record("product.update", "product", id, before, after);
        return after;
    }

    /**
     * A product that something refers to is discontinued, any other is gone; both are announced as discontinued. One that is
     * on its way from a supplier is neither, as its goods could not be received.
     */
    void remove(UUID id, IfMatch ifMatch) {
        stock.hold(Set.of(id));
        var product = get(id);
        ifMatch.check(product.version());
        var before = queries.get(id);
        var alreadyDiscontinued = product.details().status() == ProductStatus.DISCONTINUED;
        if (!alreadyDiscontinued) {
            requireNotOrdered(product);
            var now = clock.instant();
            product.discontinue(now);
            products.saveAndFlush(product);
            outbox.publish(product.changed(now));
        }
        if (products.remove(id)) {
            audit.record("product.delete", "product", id, before, null);
        } else if (!alreadyDiscontinued) {
            audit.record("product.discontinue", "product", id, before, queries.get(id));
        }
    }

    private void requireNotOrdered(Product product) {
        var open = orders.open(product.id());
        if (!open.isEmpty()) {
            throw BusinessException.conflict(
                    "CONFLICT",
                    "%s is on its way by %s; close or cancel that first",
                    product.code(),
                    String.join(", ", open));
        }
    }

    /** Makes products; the audit hears of it from the caller. */
    List<Product> add(List<SaveProduct> commands) {
        var now = clock.instant();
        var caller = Caller.current().id();
        requireCategories(commands);
        var generated = codesFor(commands);
        var created = Batches.each(commands, command -> {
            var code = Objects.requireNonNullElseGet(command.productCode(), generated::next);
            return products.save(new Product(code, command, caller, now));
        });
        products.flush();
        stock.open(created.stream().map(Product::id).toList());
        prices.append(created, caller, now);
        created.forEach(product -> outbox.publish(product.changed(now)));
        return created;
    }

    /** Changes products of this transaction; the audit hears of it from the caller. */
    void change(List<Change> changes) {
        var now = clock.instant();
        requireCategories(changes.stream().map(Change::command).toList());
        stock.hold(changes.stream().map(change -> change.product().id()).toList());
        Batches.each(changes, this::requireSameUnit);
        var repriced =
                changes.stream().filter(Change::isOfPrice).map(Change::product).toList();
        var reordered = changes.stream()
                .filter(Change::isOfReorderPoint)
                .map(Change::product)
                .map(Product::id)
                .toList();
        changes.forEach(change -> change.product().change(change.command(), now));
        products.flush();
        prices.append(repriced, Caller.current().id(), now);
        stock.reorderPointsChanged(reordered);
        changes.forEach(change -> outbox.publish(change.product().changed(now)));
    }

    /** A product and what it is to be. */
    record Change(Product product, SaveProduct command) {

        boolean isOfPrice() {
            return !product.details().isPricedAs(command);
        }

        boolean isOfReorderPoint() {
            return product.details().reorderPoint().compareTo(command.reorderPoint()) != 0;
        }
    }

    /** The ledger of a product is in its unit. */
    private Change requireSameUnit(Change change) {
        if (change.product().details().unit() != change.command().unit()
                && products.hasLots(change.product().id())) {
            throw BusinessException.conflict(
                    "CONFLICT",
                    "Product %s has stock in %s; make another product for %s",
                    change.product().code(),
                    change.product().details().unit(),
                    change.command().unit());
        }
        return change;
    }

    private Product get(UUID id) {
        return products.findById(id).orElseThrow(() -> BusinessException.notFound("product", id));
    }

    private void requireCategories(List<SaveProduct> commands) {
        var known = categories.known(commands.stream()
                .map(SaveProduct::categoryId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Batches.each(commands, command -> {
            known.require(command.categoryId());
            return command;
        });
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
