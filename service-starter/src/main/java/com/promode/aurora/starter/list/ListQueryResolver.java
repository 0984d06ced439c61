package com.promode.aurora.starter.list;

import com.promode.aurora.starter.list.ListQuery.Filter;
import com.promode.aurora.starter.list.ListQuery.Operator;
import com.promode.aurora.starter.list.ListQuery.Sort;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a {@link ListQuery} from the query string; whatever is no word of the list syntax is a filter. */
class ListQueryResolver implements HandlerMethodArgumentResolver {

    private static final Set<String> WORDS = Set.of("page", "limit", "sort", "fields", "q", "cursor", "total");
    private static final Pattern RANGE = Pattern.compile("(\\w+)\\[(gte|lte)]");
    private static final int MAX_PAGE = 1_000_000;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(ListQuery.class);
    }

    @Override
    public ListQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new ListQuery(
                number(request, "page", 1, MAX_PAGE),
                number(request, "limit", ListQuery.DEFAULT_LIMIT, ListQuery.MAX_LIMIT),
                words(request, "sort").map(ListQueryResolver::sort).toList(),
                request.getParameterMap().entrySet().stream()
                        .filter(entry -> !WORDS.contains(entry.getKey()))
                        .flatMap(ListQueryResolver::filters)
                        .toList(),
                text(request, "q"),
                text(request, "cursor"),
                flag(request),
                new LinkedHashSet<>(words(request, "fields").toList()));
    }

    private static int number(NativeWebRequest request, String name, int absent, int most) {
        var value = request.getParameter(name);
        if (value == null) {
            return absent;
        }
        try {
            var number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // answered below, like a number out of range
        }
        throw BusinessException.invalid(name, "must be a whole number from 1 to %s", most);
    }

    private static boolean flag(NativeWebRequest request) {
        var value = request.getParameter("total");
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw BusinessException.invalid("total", "must be true or false");
    }

    private static @Nullable String text(NativeWebRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Stream<String> words(NativeWebRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank()
                ? Stream.empty()
                : Arrays.stream(value.split(",")).map(String::strip);
    }

    private static Sort sort(String word) {
        return word.startsWith("-") ? new Sort(word.substring(1), true) : new Sort(word, false);
    }

    private static Stream<Filter> filters(Map.Entry<String, String[]> parameter) {
        var range = RANGE.matcher(parameter.getKey());
        var field = range.matches() ? range.group(1) : parameter.getKey();
        var operator =
                !range.matches() ? Operator.EQUAL : range.group(2).equals("gte") ? Operator.AT_LEAST : Operator.AT_MOST;
        return List.of(parameter.getValue()).stream().map(value -> new Filter(field, operator, value));
    }
}
