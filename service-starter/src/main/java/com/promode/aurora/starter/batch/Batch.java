package com.promode.aurora.starter.batch;

import com.promode.aurora.starter.web.BusinessException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a POST that takes one object or an array of at most {@value #MAX_ITEMS}, as an argument of a controller
 * method. Bound and validated: of an atomic batch every item is good, of another each item says whether it is.
 *
 * @param items in the order of the request
 * @param single whether the body was one object rather than an array
 * @param atomic whether all items take effect or none, {@code ?atomic=}; true unless told
 */
public record Batch<C>(List<Item<C>> items, boolean single, boolean atomic) {

    /** Most items of an array. */
    public static final int MAX_ITEMS = 1_000;

    /** One command, or why it is none. */
    public record Item<C>(@Nullable C command, @Nullable BusinessException refusal) {

        C good() {
            if (refusal != null) {
                throw refusal;
            }
            if (command == null) {
                throw BusinessException.malformed("An item of the batch is null");
            }
            return command;
        }
    }
}
