package com.promode.aurora.inventory.product;

import com.promode.aurora.starter.web.BusinessException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A file of products as text (RFC 4180), with a header. What a spreadsheet would take for a formula has an apostrophe before
 * it, which is no part of the value (OWASP, CSV injection).
 */
final class ProductFile {

    static final int MAX_LINES = 5_000;
    static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private static final String CODE = "productCode";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

    private ProductFile() {}

    /**
     * A line of the file.
     *
     * @param number as a spreadsheet numbers it: the header is 1
     * @param cells by column, null where empty
     * @param refusal why it is no product, whatever its cells say
     */
    record Line(
            int number,
            Map<String, @Nullable String> cells,
            @Nullable BusinessException refusal) {

        @Nullable
        String code() {
            return cells.get(CODE);
        }
    }

    /** The lines of a file that has no other than these columns. */
    static List<Line> read(String text, List<String> columns) {
        var format = FORMAT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(false)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
        var content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        try (var parser = CSVParser.parse(new StringReader(content), format)) {
            check(parser.getHeaderNames(), columns);
            return lines(parser);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw BusinessException.malformed("The body is not CSV with a header that names each column once");
        }
    }

    static String guarded(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    private static @Nullable String unguarded(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    private static void check(List<String> header, List<String> columns) {
        var unknown = header.stream().filter(name -> !columns.contains(name)).toList();
        if (header.isEmpty() || !unknown.isEmpty()) {
            throw BusinessException.malformed(
                    "The columns of the header must be some of %s; not known: '%s'",
                    String.join(", ", columns), String.join("', '", unknown));
        }
        if (header.contains("category") && header.contains("categoryId")) {
            throw BusinessException.malformed("The category is named by category or by categoryId, not by both");
        }
    }

    private static List<Line> lines(CSVParser parser) {
        var lines = new ArrayList<Line>();
        var firstOfCode = new HashMap<String, Integer>();
        for (var row : parser) {
            if (row.size() == 1 && row.get(0).isBlank()) {
                continue;
            }
            if (lines.size() == MAX_LINES) {
                throw BusinessException.malformed("A file has at most %s lines", MAX_LINES);
            }
            var number = Math.toIntExact(row.getRecordNumber() + 1);
            var cells = cells(row, parser.getHeaderNames());
            var first = cells.get(CODE) == null ? null : firstOfCode.putIfAbsent(cells.get(CODE), number);
            lines.add(new Line(number, cells, refusal(row, parser, first)));
        }
        return lines;
    }

    private static Map<String, @Nullable String> cells(CSVRecord row, List<String> header) {
        var cells = new LinkedHashMap<String, @Nullable String>();
        for (int column = 0; column < Math.min(row.size(), header.size()); column++) {
            cells.put(header.get(column), unguarded(row.get(column)));
        }
        return cells;
    }

    private static @Nullable BusinessException refusal(CSVRecord row, CSVParser parser, @Nullable Integer first) {
        var columns = parser.getHeaderNames().size();
        if (row.size() != columns) {
            return BusinessException.invalid("", "has %s cells, but the header has %s", row.size(), columns);
        }
        return first == null ? null : BusinessException.invalid(CODE, "is that of line %s too", first);
    }
}
