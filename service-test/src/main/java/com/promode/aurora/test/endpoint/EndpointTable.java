package com.promode.aurora.test.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code docs/endpoints.csv}: every endpoint with its service, its permission and, once it is built, its summary. */
public record EndpointTable(List<Row> rows) {

    private static final Pattern PERMISSION = Pattern.compile("([a-z_]+:[a-z_]+)(?: \\(or ([a-z_]+:[a-z_]+)\\))?.*");
    private static final String FILE = "docs/endpoints.csv";

    /** A line of the table. */
    public record Row(String method, String path, String service, String permission, String summary) {

        /** The rule that the handler must carry. */
        public String rule() {
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

    /** Reads the table of this repository. */
    public static EndpointTable read() {
        try {
            return new EndpointTable(Files.readAllLines(root().resolve(FILE)).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", 6))
                    .map(cells -> new Row(
                            cells[0], anonymous(cells[1]), cells[2], cells[3], cells.length < 6 ? "" : cells[5]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row of an endpoint, whatever its path variables are called there. */
    public Optional<Row> find(Endpoint endpoint) {
        var path = anonymous(endpoint.path());
        return rows.stream()
                .filter(row ->
                        row.method().equals(endpoint.method()) && row.path().equals(path))
                .findFirst();
    }

    /** The folder of the repository. */
    public static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(FILE))) {
                return folder;
            }
        }
        throw new IllegalStateException(FILE + " is not above " + Path.of("").toAbsolutePath());
    }

    private static String anonymous(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }
}
