package com.promode.aurora.starter.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A part of a list, as a controller returns it.
 *
 * @param fields of an item to show; empty means all
 */
public record Page<T extends Object>(List<T> items, Meta meta, Set<String> fields) {

    /** What the envelope says of the part. */
    public sealed interface Meta {}

    /** Of a list that is read page by page. */
    public record Numbered(int page, int limit, long total, long totalPages) implements Meta {}

    /**
     * Of an append-only list that is read on and on.
     *
     * @param nextCursor null at the end of the list
     * @param total only where the caller asked for it
     */
    public record Keyset(
            int limit,
            @Nullable String nextCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long total) implements Meta {}

    /** One page of a list that is numbered. */
    public static <T> Page<T> numbered(List<T> items, ListQuery query, long total) {
        var pages = (total + query.limit() - 1) / query.limit();
        return new Page<>(items, new Numbered(query.page(), query.limit(), total, pages), query.fields());
    }

    /** The items with the fields that the caller asked for. */
    public List<?> visibleItems() {
        return fields.isEmpty() ? items : items.stream().map(this::sparse).toList();
    }

    private Map<String, @Nullable Object> sparse(T item) {
        var visible = new LinkedHashMap<String, @Nullable Object>();
        for (var field : fields) {
            var accessor = BeanUtils.findDeclaredMethod(item.getClass(), field);
            if (accessor != null) {
                ReflectionUtils.makeAccessible(accessor);
                visible.put(field, ReflectionUtils.invokeMethod(accessor, item));
            }
        }
        return visible;
    }
}
