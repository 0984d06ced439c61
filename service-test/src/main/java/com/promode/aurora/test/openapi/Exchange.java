package com.promode.aurora.test.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that a test made and what came back.
 *
 * @param target path and query
 * @param request empty when there was none
 * @param headers of the answer, their names in lower case
 */
public record Exchange(
        String method,
        String target,
        String request,
        int status,
        Set<String> headers,
        @Nullable String response) {

    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    /** Names of the query's parameters, without {@code [gte]} and {@code [lte]}. */
    List<String> parameters() {
        return Arrays.stream(target.replaceFirst("^[^?]*\\??", "").split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> URLDecoder.decode(pair.replaceFirst("=.*", ""), StandardCharsets.UTF_8))
                .map(name -> name.replaceFirst("\\[(gte|lte)]$", ""))
                .toList();
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    /** Whether the items of the answer lack what the caller did not ask for. */
    boolean isSparse() {
        return parameters().contains("fields");
    }
}
