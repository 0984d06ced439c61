package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.Component;
import java.util.List;

/**
 * A component and its place in the order.
 *
 * @param after names of those that must be ready before it starts
 * @param completion what must be made in it before it is ready for the others; done at each {@code up}
 */
public record Part(Component component, List<String> after, Runnable completion) {

    Part(Component component, List<String> after) {
        this(component, after, () -> {});
    }

    public String name() {
        return component.name();
    }
}
