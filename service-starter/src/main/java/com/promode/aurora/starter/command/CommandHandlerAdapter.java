package com.promode.aurora.starter.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Runs the handler of a write: again when the database broke a deadlock or found that others had changed the row, and once
 * only under an Idempotency-Key.
 */
class CommandHandlerAdapter extends RequestMappingHandlerAdapter {

    private final Idempotency idempotency;
    private final CommandProperties properties;

    CommandHandlerAdapter(Idempotency idempotency, CommandProperties properties) {
        this.idempotency = idempotency;
        this.properties = properties;
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
        return new Command(handler);
    }

    private final class Command extends ServletInvocableHandlerMethod {

        Command(HandlerMethod handler) {
            super(handler);
        }

        @Override
        public void invokeAndHandle(
                ServletWebRequest request, ModelAndViewContainer container, @Nullable Object... provided)
                throws Exception {
            if (HttpMethod.GET.matches(request.getRequest().getMethod())) {
                super.invokeAndHandle(request, container, provided);
                return;
            }
            for (int attempt = 1; ; attempt++) {
                try {
                    once(request, container, provided);
                    return;
                } catch (ConcurrencyFailureException e) {
                    if (attempt >= properties.attempts() || Thread.interrupted()) {
                        throw e;
                    }
                    response(request).resetBuffer();
                    container.setRequestHandled(false);
                    pause(attempt);
                }
            }
        }

        private void once(ServletWebRequest request, ModelAndViewContainer container, @Nullable Object... provided)
                throws Exception {
            var servletRequest = request.getNativeRequest(HttpServletRequest.class);
            var key = idempotency.key(Objects.requireNonNull(servletRequest));
            if (key.isEmpty()) {
                super.invokeAndHandle(request, container, provided);
            } else if (idempotency.replayedOr(
                    key.get(), response(request), () -> super.invokeAndHandle(request, container, provided))) {
                container.setRequestHandled(true);
            }
        }

        private static HttpServletResponse response(ServletWebRequest request) {
            return Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        }

        /** A moment that differs from thread to thread, or those who met would meet again. */
        private static void pause(int attempt) throws InterruptedException {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
        }
    }
}
