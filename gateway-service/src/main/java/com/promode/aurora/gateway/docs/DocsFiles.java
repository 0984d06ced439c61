package com.promode.aurora.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** The files that the page is made of: ours, those of Swagger UI that it needs, and the document of each service. */
@Component
class DocsFiles {

    private static final String SWAGGER_UI = "classpath*:META-INF/resources/webjars/swagger-ui/*/";

    private final List<Resource> documents;
    private final Map<String, Resource> files;
    private final Map<Resource, String> digests = new ConcurrentHashMap<>();

    DocsFiles() throws IOException {
        documents = found("classpath*:docs/openapi/*.json").toList();
        files = Stream.of(
                        found("classpath:docs/docs.js"),
                        found("classpath:docs/asyncapi.yaml"),
                        found(SWAGGER_UI + "swagger-ui.css"),
                        found(SWAGGER_UI + "swagger-ui-bundle.js"),
                        found(SWAGGER_UI + "swagger-ui-standalone-preset.js"),
                        found(SWAGGER_UI + "favicon-32x32.png"),
                        documents.stream())
                .<Resource>flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableMap(DocsFiles::name, Function.identity()));
    }

    Resource page() {
        return new ClassPathResource("docs/index.html");
    }

    Optional<Resource> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Another for another content; read once, as the files are those of this build. */
    String digest(Resource file) {
        return digests.computeIfAbsent(file, DocsFiles::read);
    }

    /** The names of the services that have a document. */
    List<String> services() {
        return documents.stream()
                .map(document -> name(document).replace(".json", ""))
                .sorted()
                .toList();
    }

    private static Stream<Resource> found(String pattern) throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
    }

    private static String read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource resource) {
        return Objects.requireNonNull(resource.getFilename());
    }
}
