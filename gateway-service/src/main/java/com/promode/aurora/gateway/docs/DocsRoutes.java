package com.promode.aurora.gateway.docs;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** {@code /docs}: a page that shows and tries out the endpoints of every service, with a token that is pasted into it. */
@Configuration(proxyBeanMethods = false)
class DocsRoutes {

    /** Nothing from elsewhere, nothing inline, and no calls but to this gateway. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    RouterFunction<ServerResponse> docs(DocsFiles files) {
        return RouterFunctions.route()
                .GET("/docs", request -> answer(files, request, files.page()))
                .GET("/docs/", ignored -> ServerResponse.permanentRedirect(URI.create("/docs"))
                        .build())
                .GET("/docs/services.json", ignored -> ServerResponse.ok()
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(files.services()))
                .GET("/docs/{file}", request -> files.find(request.pathVariable("file"))
                        .map(file -> answer(files, request, file))
                        .orElseGet(() -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))))
                .build();
    }

    /** Asked for each time, sent only when it is another than before: names of files stay when versions change. */
    private static Mono<ServerResponse> answer(DocsFiles files, ServerRequest request, Resource file) {
        var etag = "\"" + files.digest(file) + "\"";
        return request.checkNotModified(etag).switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                .contentType(MediaTypeFactory.getMediaType(file)
                        .orElse(MediaType.APPLICATION_YAML)) // which it does not know
                .cacheControl(CacheControl.noCache())
                .eTag(etag)
                .header("Content-Security-Policy", POLICY)
                .bodyValue(file)));
    }
}
