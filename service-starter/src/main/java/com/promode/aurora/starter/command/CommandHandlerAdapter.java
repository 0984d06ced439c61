package com.promode.aurora.starter.command;

import com.promode.aurora.starter.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
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

    private static final ContentNegotiationStrategy ACCEPT = new HeaderContentNegotiationStrategy();

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
            refuseOtherFormats(request);
            for (int attempt = 1; ; attempt++) {
                try {
                    once(request, container, provided);
                    return;
                } catch (Exception e) {
                    forgetAnswer(response(request));
                    if (!(Problems.translated(e) instanceof ConcurrencyFailureException)
                            || attempt >= properties.attempts()
                            || Thread.interrupted()) {
                        throw e;
                    }
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

        /** Before anything happens: a command that has taken effect must not be answered with a refusal. */
        private static void refuseOtherFormats(ServletWebRequest request) throws HttpMediaTypeNotAcceptableException {
            var accepted = ACCEPT.resolveMediaTypes(request);
            if (accepted.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
                throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
            }
        }

        /** Of an answer that was written before its transaction failed nothing may remain. */
        private static void forgetAnswer(HttpServletResponse response) {
            response.resetBuffer();
            response.setHeader(HttpHeaders.LOCATION, null);
            response.setHeader(HttpHeaders.ETAG, null);
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
