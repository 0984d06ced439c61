package com.promode.aurora.inventory.product;

import com.promode.aurora.inventory.category.Categories;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Products as lines of a file, in the order of their codes. */
@Repository
@Transactional(readOnly = true)
class ProductExportQueries {

    private static final Limit AT_ONCE = Limit.of(500);

    private final ProductRepository products;
    private final ProductCells cells;
    private final Categories categories;

    ProductExportQueries(ProductRepository products, ProductCells cells, Categories categories) {
        this.products = products;
        this.cells = cells;
        this.categories = categories;
    }

    /** A line, and whose it is. */
    record Line(String code, List<String> cells) {}

    /** The next lines after this code, none at the end: a caller who reads slowly holds no connection meanwhile. */
    List<Line> after(String code) {
        var some = products.after(code, AT_ONCE).stream().map(Product::details).toList();
        var names = categories.names(some.stream()
                .flatMap(product -> Stream.ofNullable(product.categoryId()))
                .collect(Collectors.toSet()));
        return some.stream()
                .map(product -> new Line(
                        Objects.requireNonNull(product.productCode()),
                        cells.write(product, product.categoryId() == null ? null : names.get(product.categoryId()))))
                .toList();
    }
}
