package com.promode.aurora.e2e;

import com.promode.aurora.localstack.stack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A row of {@code docs/endpoints.csv}. */
record Endpoint(String method, String path, Service service, String permission) {

    private static final Pattern NAMES = Pattern.compile("[a-z_]+:[a-z_]+");

    static List<Endpoint> all(Path root) {
        try {
            return Files.readAllLines(root.resolve("docs/endpoints.csv")).stream()
                    .skip(1)
                    .map(row -> row.split(","))
                    .map(cells -> new Endpoint(cells[0], cells[1], service(cells[2]), cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Service service(String module) {
        return Arrays.stream(Service.values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow();
    }

    boolean isPublic() {
        return permission.equals("public");
    }

    boolean isSocket() {
        return method.equals("WS");
    }

    /** Whether who holds these may call it, be it only for what is his own. */
    boolean isOpenTo(Set<String> permissions) {
        return permission.startsWith("authenticated")
                || permission.endsWith("(or own)")
                || NAMES.matcher(permission).results().anyMatch(name -> permissions.contains(name.group()));
    }

    /** With an id that nothing has in the place of each variable. */
    String anyPath() {
        return path.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    String pathOf(UUID id) {
        return path.replaceAll("\\{\\w+}", id.toString());
    }

    /** As it stands in the list of what is not built yet. */
    String name() {
        return method + " " + path;
    }

    @Override
    public String toString() {
        return name();
    }
}
