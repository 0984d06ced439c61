package com.promode.aurora.gateway.signing;

import com.promode.aurora.gateway.answer.Refusal;
import com.promode.aurora.gateway.answer.Refused;
import com.promode.aurora.gateway.caller.Caller;
import com.promode.aurora.gateway.limit.Once;
import com.promode.aurora.gateway.setting.Settings;
import java.time.Clock;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets a sensitive operation through only with a good signature that was not there before, where the tenant asks for it. */
@Component
public class SignatureCheck {

    private final SigningProperties properties;
    private final Settings settings;
    private final Once once;
    private final ServerWebExchangeMatcher sensitive;
    private final Clock clock = Clock.systemUTC();

    SignatureCheck(SigningProperties properties, Settings settings, Once once) {
        this.properties = properties;
        this.settings = settings;
        this.once = once;
        var operations = properties.operations().stream()
                .map(operation -> operation.split(" ", 2))
                .<ServerWebExchangeMatcher>map(operation ->
                        new PathPatternParserServerWebExchangeMatcher(operation[1], HttpMethod.valueOf(operation[0])))
                .toList();
        this.sensitive =
                operations.isEmpty() ? exchange -> MatchResult.notMatch() : new OrServerWebExchangeMatcher(operations);
    }

    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!settings.requestSigning(Caller.of(exchange).tenantId())) {
            return chain.filter(exchange);
        }
        return sensitive
                .matches(exchange)
                .flatMap(match -> match.isMatch() ? check(exchange, chain) : chain.filter(exchange));
    }

    private Mono<Void> check(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var signed = SignedRequest.of(request.getHeaders());
        if (signed.isEmpty()) {
            return Mono.error(new Refused(Refusal.SIGNATURE_REQUIRED));
        }
        var claim = signed.get();
        var key = properties.keys().get(claim.keyId());
        if (key == null
                || !key.tenant().equals(Caller.of(exchange).tenantId())
                || !claim.isOf(clock.instant(), properties.skew())) {
            return Mono.error(new Refused(Refusal.SIGNATURE_INVALID));
        }
        return body(request.getBody()).flatMap(body -> {
            if (!claim.isSignedWith(key.bytes(), request, body)) {
                return Mono.error(new Refused(Refusal.SIGNATURE_INVALID));
            }
            // longer than a request could still be in time, seen from either side
            return once.isFirst(
                            "%s %s".formatted(claim.keyId(), claim.nonce()),
                            properties.skew().multipliedBy(3))
                    .flatMap(first -> first
                            ? chain.filter(again(exchange, body))
                            : Mono.error(new Refused(Refusal.SIGNATURE_INVALID)));
        });
    }

    private static Mono<byte[]> body(Flux<DataBuffer> buffers) {
        return DataBufferUtils.join(buffers)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }

    private static ServerWebExchange again(ServerWebExchange exchange, byte[] body) {
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(exchange.getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
                    }
                })
                .build();
    }
}
