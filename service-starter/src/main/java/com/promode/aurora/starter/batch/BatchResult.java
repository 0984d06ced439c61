package com.promode.aurora.starter.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.promode.aurora.starter.web.BusinessException.Detail;
import com.promode.aurora.starter.web.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What became of a {@link Batch}, as a controller returns it.
 *
 * @param <V> the view of one item
 */
public sealed interface BatchResult<V extends Object> extends Outcome {

    /** Of a body that was one object. */
    @ResponseStatus(HttpStatus.CREATED)
    record One<V extends Object>(V body) implements BatchResult<V> {}

    /** Of an array that took effect as a whole. */
    @ResponseStatus(HttpStatus.CREATED)
    record All<V extends Object>(List<Made<V>> body) implements BatchResult<V> {}

    /** Of an array whose items were on their own. */
    @ResponseStatus(HttpStatus.MULTI_STATUS)
    record Each<V extends Object>(List<Item<V>> body) implements BatchResult<V> {}

    /** An item that took effect. */
    record Made<V extends Object>(int status, V data) {

        static <V extends Object> Made<V> of(V view) {
            return new Made<>(HttpStatus.CREATED.value(), view);
        }
    }

    /** An item that did, which has {@code data}, or one that did not, which has {@code error}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item<V extends Object>(
            int status, @Nullable V data, @Nullable Problem error) {}

    /** Why an item was refused. */
    record Problem(String code, String message, List<Detail> details) {}
}
