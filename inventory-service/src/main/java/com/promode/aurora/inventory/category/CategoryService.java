package com.promode.aurora.inventory.category;

import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CategoryService {

    private final CategoryRepository categories;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CategoryService(CategoryRepository categories, Outbox outbox, Audit audit, Clock clock) {
        this.categories = categories;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<CategoryView> create(List<SaveCategory> commands) {
        var now = clock.instant();
        var created = Batches.each(commands, command -> {
            requireParent(command.parentId());
            return categories.save(new Category(command, now));
        });
        categories.flush();
        created.forEach(category -> outbox.publish(category.changed(now)));
        var views = created.stream().map(Category::view).toList();
        audit.created("category", views, CategoryView::id);
        return views;
    }

    /** Moves one after the other, or two who move at once could each put theirs below the other's. */
    CategoryView change(UUID id, SaveCategory command, IfMatch ifMatch) {
        categories.lockTree();
        var category = categories.findById(id).orElseThrow(() -> BusinessException.notFound("category", id));
        ifMatch.check(category.version());
        requireNoCircle(id, command.parentId());
        var before = category.view();
        category.change(command, clock.instant());
        categories.saveAndFlush(category);
        outbox.publish(category.changed(clock.instant()));
        audit.record("category.update", "category", id, before, category.view());
        return category.view();
    }

    void remove(UUID id, IfMatch ifMatch) {
        var category = categories.findById(id).orElseThrow(() -> BusinessException.notFound("category", id));
        ifMatch.check(category.version());
        if (categories.hasProducts(id)) {
            throw BusinessException.conflict(
                    "CONFLICT", "The category %s has products; give them another one first", category.name());
        }
        if (categories.existsByParentId(id)) {
            throw BusinessException.conflict(
                    "CONFLICT", "The category %s has sub-categories; move or delete them first", category.name());
        }
        categories.delete(category);
        categories.flush();
        outbox.publish(category.deleted(clock.instant()));
        audit.record("category.delete", "category", id, category.view(), null);
    }

    private void requireParent(@Nullable UUID parentId) {
        if (parentId != null && !categories.existsById(parentId)) {
            throw BusinessException.notFound("category", parentId);
        }
    }

    private void requireNoCircle(UUID id, @Nullable UUID parentId) {
        requireParent(parentId);
        if (parentId != null && categories.isWithin(parentId, id)) {
            throw BusinessException.invalid("parentId", "would make the category a part of itself");
        }
    }
}
