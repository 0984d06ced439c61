package com.promode.aurora.test.openapi;

import com.promode.aurora.starter.list.Listing;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** The listings that the components of a service hold, by their views. */
final class Listings {

    private final List<Listing<?>> all;

    Listings(ListableBeanFactory beans) {
        all = beans.getBeansWithAnnotation(Component.class).values().stream()
                .flatMap(Listings::of)
                .toList();
    }

    /** The fields of the listings with this view, which differ in where their rows come from. */
    Map<String, Class<?>> fields(Class<?> view) {
        var fields = new TreeMap<String, Class<?>>();
        with(view).forEach(listing -> fields.putAll(listing.fieldTypes()));
        return fields;
    }

    Optional<String> ownOrder(Class<?> view) {
        return with(view).map(Listing::ownOrder).findFirst();
    }

    boolean isSearchable(Class<?> view) {
        return with(view).anyMatch(Listing::isSearchable);
    }

    private Stream<Listing<?>> with(Class<?> view) {
        return all.stream().filter(listing -> listing.view().equals(view));
    }

    private static Stream<Listing<?>> of(Object bean) {
        var target = AopUtils.isAopProxy(bean) ? AopProxyUtils.getSingletonTarget(bean) : bean;
        return target == null ? Stream.empty() : fieldsOf(target).map(field -> listing(field, target));
    }

    private static Stream<Field> fieldsOf(Object queries) {
        return Arrays.stream(queries.getClass().getDeclaredFields())
                .filter(field -> field.getType().equals(Listing.class))
                .sorted(Comparator.comparing(Field::getName));
    }

    private static Listing<?> listing(Field field, Object queries) {
        ReflectionUtils.makeAccessible(field);
        if (ReflectionUtils.getField(field, queries) instanceof Listing<?> listing) {
            return listing;
        }
        throw new IllegalStateException(field + " is empty");
    }
}
