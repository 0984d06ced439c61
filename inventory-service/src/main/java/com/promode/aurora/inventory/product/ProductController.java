package com.promode.aurora.inventory.product;

import com.promode.aurora.starter.batch.Batch;
import com.promode.aurora.starter.batch.BatchResult;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.list.Filters;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/products")
class ProductController {

    private final ProductService products;
    private final ProductQueries queries;
    private final Batches batches;

    ProductController(ProductService products, ProductQueries queries, Batches batches) {
        this.products = products;
        this.queries = queries;
        this.batches = batches;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('products:read')")
    Page<ProductView> list(@Filters("categoryTree") ListQuery query) {
        return queries.find(query);
    }

    @GetMapping("/search")
    @PreAuthorize("hasAuthority('products:read')")
    Page<ProductView> search(@Filters("categoryTree") ListQuery query) {
        return queries.search(query);
    }

    @GetMapping("/low-stock")
    @PreAuthorize("hasAuthority('products:read')")
    Page<LowProductView> low(ListQuery query) {
        return queries.low(query);
    }

    @GetMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('products:read')")
    ProductView get(@PathVariable UUID id) {
        return queries.get(id);
    }

    @GetMapping("/{id:" + Ids.PATH + "}/prices")
    @PreAuthorize("hasAuthority('products:read')")
    Page<PriceView> prices(@PathVariable UUID id, ListQuery query) {
        return queries.prices(id, query);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('products:write')")
    BatchResult<ProductView> create(Batch<SaveProduct> commands) {
        return batches.run(commands, products::create);
    }

    @PutMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('products:write')")
    ProductView change(@PathVariable UUID id, @Valid @RequestBody SaveProduct command, IfMatch ifMatch) {
        return products.change(id, command, ifMatch);
    }

    @DeleteMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('products:write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        products.remove(id, ifMatch);
    }
}
