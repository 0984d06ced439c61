package com.promode.aurora.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large: at once when its length is given, else as soon as it has grown too long. */
@Component
public class BodyLimit {

    private final long limit;

    BodyLimit(LimitProperties limits) {
        this.limit = limits.body().toBytes();
    }

    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var length = request.getHeaders().getContentLength();
        if (length > limit) {
            return Mono.error(tooLarge());
        }
        if (length >= 0) {
            return chain.filter(exchange);
        }
        var counted = new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var read = new AtomicLong();
                return super.getBody().handle((chunk, sink) -> {
                    if (read.addAndGet(chunk.readableByteCount()) <= limit) {
                        sink.next(chunk);
                    } else {
                        DataBufferUtils.release(chunk);
                        sink.error(tooLarge());
                    }
                });
            }
        };
        return chain.filter(exchange.mutate().request(counted).build());
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
}
