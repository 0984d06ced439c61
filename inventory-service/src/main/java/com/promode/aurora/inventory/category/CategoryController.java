package com.promode.aurora.inventory.category;

import com.promode.aurora.starter.batch.Batch;
import com.promode.aurora.starter.batch.BatchResult;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.id.Ids;
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
@RequestMapping("/api/warehouse/products/categories")
class CategoryController {

    private final CategoryService categories;
    private final CategoryQueries queries;
    private final Batches batches;

    CategoryController(CategoryService categories, CategoryQueries queries, Batches batches) {
        this.categories = categories;
        this.queries = queries;
        this.batches = batches;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('products:read')")
    Page<CategoryView> list(ListQuery query) {
        return queries.find(query);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('products:write')")
    BatchResult<CategoryView> create(Batch<SaveCategory> commands) {
        return batches.run(commands, categories::create);
    }

    @PutMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('products:write')")
    CategoryView change(@PathVariable UUID id, @Valid @RequestBody SaveCategory command, IfMatch ifMatch) {
        return categories.change(id, command, ifMatch);
    }

    @DeleteMapping("/{id:" + Ids.PATH + "}")
    @PreAuthorize("hasAuthority('products:write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        categories.remove(id, ifMatch);
    }
}
