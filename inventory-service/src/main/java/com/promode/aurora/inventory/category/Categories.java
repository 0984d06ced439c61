package com.promode.aurora.inventory.category;

import com.promode.aurora.starter.web.BusinessException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which categories there are, for those who refer to them. */
@Component
public class Categories {

    private final CategoryRepository categories;

    Categories(CategoryRepository categories) {
        this.categories = categories;
    }

    /** Those of the ids that are categories. */
    public Known known(Set<UUID> ids) {
        return new Known(categories.findAllById(ids).stream().map(Category::id).collect(Collectors.toSet()));
    }

    /** Ids by name of those of the names that are categories. */
    public Map<String, UUID> named(Set<String> names) {
        return categories.findByNameIn(names).stream().collect(Collectors.toMap(Category::name, Category::id));
    }

    /** Names by id of those of the ids that are categories. */
    public Map<UUID, String> names(Set<UUID> ids) {
        return categories.findAllById(ids).stream().collect(Collectors.toMap(Category::id, Category::name));
    }

    /** Categories that exist. */
    public record Known(Set<UUID> ids) {

        /** Refuses with 404 a category that does not exist; none at all is fine. */
        public void require(@Nullable UUID id) {
            if (id != null && !ids.contains(id)) {
                throw BusinessException.notFound("category", id);
            }
        }
    }
}
