package com.promode.aurora.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How PostgreSQL has run a statement, as auto_explain tells it.
 *
 * @param sql the statement
 * @param lines {@code EXPLAIN (ANALYZE, BUFFERS)}
 */
record Plan(String sql, double millis, List<String> lines) {

    private static final String NODE = "->  ";
    private static final Pattern TRIFLE = Pattern.compile(" *(Index Searches|Buckets|Cache Mode): .*");
    private static final Pattern COST = Pattern.compile("\\(cost=\\S+ rows=(\\d+) width=\\d+\\)");
    private static final Pattern PARTITION_OR_NUMBER = Pattern.compile("_\\d{6}\\b|_default\\b|[\\d.]+");
    private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on (\\w+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by \\w+(?: \\w+)*: ([\\d.]+)");
    private static final Pattern TABLE = Pattern.compile("Scan.* on (\\w+)");

    /** Tables and indexes that are read in full or in part. */
    boolean reads(String table) {
        return lines.stream()
                .map(TABLE::matcher)
                .anyMatch(line -> line.find() && line.group(1).startsWith(table));
    }

    /** Tables, or partitions, that are read from end to end. */
    List<String> scannedSequentially() {
        return lines.stream()
                .filter(line -> !line.contains("(never executed)"))
                .map(SEQUENTIAL::matcher)
                .filter(line -> line.find())
                .map(line -> line.group(1))
                .toList();
    }

    /** Rows that were read and thrown away, at least: rounded per loop. */
    long removed() {
        return lines.stream()
                .map(REMOVED::matcher)
                .filter(line -> line.find())
                .mapToLong(line -> (long) Double.parseDouble(line.group(1)))
                .sum();
    }

    /** Without costs, without what was never run, and each of several partitions that are read alike only once. */
    String compact() {
        return String.join(
                "\n",
                compact(lines.stream()
                        .map(line -> COST.matcher(line).replaceAll("(expected rows=$1)"))
                        .toList()));
    }

    private static List<String> compact(List<String> lines) {
        var compacted = new ArrayList<String>();
        var shown = "";
        var alike = 0;
        for (var line = 0; line < lines.size(); ) {
            var depth = lines.get(line).indexOf(NODE);
            var end = line + 1;
            while (depth >= 0 && end < lines.size() && indent(lines.get(end)) > depth) {
                end++;
            }
            var block = lines.subList(line, end);
            line = end;
            var shape = PARTITION_OR_NUMBER.matcher(String.join("\n", block)).replaceAll("");
            if (depth >= 0 && (block.getFirst().contains("(never executed)") || shape.equals(shown))) {
                alike++;
                continue;
            }
            tell(alike, compacted);
            alike = 0;
            shown = shape;
            compacted.add(block.getFirst());
            compacted.addAll(compact(block.subList(1, block.size())));
        }
        tell(alike, compacted);
        return compacted;
    }

    private static void tell(int alike, List<String> compacted) {
        if (alike > 0) {
            compacted.add(" ".repeat(indent(compacted.getLast())) + "(and " + alike + " more, alike or never run)");
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
