package com.promode.aurora.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code docs/endpoints.csv}: every endpoint with its service and permission. */
record EndpointTable(List<Row> rows) {

    private static final Pattern PERMISSION = Pattern.compile("([a-z_]+:[a-z_]+)(?: \\(or ([a-z_]+:[a-z_]+)\\))?.*");

    /** A line of the table. */
    record Row(String method, String path, String service, String permission) {

        /** The rule that the handler must carry. */
        String rule() {
            if (permission.equals("public")) {
                return "permitAll()";
            }
            if (permission.startsWith("authenticated") || permission.endsWith("(or own)")) {
                return "isAuthenticated()";
            }
            var match = PERMISSION.matcher(permission);
            if (!match.matches()) {
                throw new IllegalStateException("docs/endpoints.csv: can't read the permission '" + permission + "'");
            }
            return match.group(2) == null
                    ? "hasAuthority('" + match.group(1) + "')"
                    : "hasAnyAuthority('" + match.group(1) + "', '" + match.group(2) + "')";
        }
    }

    static EndpointTable read() {
        try {
            return new EndpointTable(Files.readAllLines(file()).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .map(cells -> new Row(cells[0], Routes.anonymous(cells[1]), cells[2], cells[3]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Row> find(String method, String path) {
        return rows.stream()
                .filter(row -> row.method().equals(method) && row.path().equals(path))
                .findFirst();
    }

    private static Path file() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("docs/endpoints.csv");
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new IllegalStateException(
                "docs/endpoints.csv is not above " + Path.of("").toAbsolutePath());
    }
}
