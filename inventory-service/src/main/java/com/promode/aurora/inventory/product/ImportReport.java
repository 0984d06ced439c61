package com.promode.aurora.inventory.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file of products.
 *
 * @param dryRun whether all of it was undone
 * @param lines in the order of the file
 */
record ImportReport(boolean dryRun, long created, long updated, long unchanged, long failed, List<Line> lines) {

    enum Status {
        CREATED("created"),
        UPDATED("updated"),
        UNCHANGED("unchanged"),
        FAILED("failed");

        @JsonValue
        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }
    }

    /**
     * What became of one line.
     *
     * @param line as a spreadsheet numbers it: the header is 1
     */
    record Line(
            int line,
            Status status,
            @Nullable String productCode,
            List<Detail> errors,
            @JsonIgnore @Nullable UUID productId) {

        static Line of(int line, Status status, Product product) {
            return new Line(line, status, product.code(), List.of(), product.id());
        }

        static Line failed(int line, @Nullable String code, BusinessException refusal) {
            var errors = refusal.details().isEmpty() ? List.of(new Detail("", refusal.message())) : refusal.details();
            return new Line(line, Status.FAILED, code, errors, null);
        }
    }

    static ImportReport of(boolean dryRun, Collection<Line> lines) {
        return new ImportReport(
                dryRun,
                count(lines, Status.CREATED),
                count(lines, Status.UPDATED),
                count(lines, Status.UNCHANGED),
                count(lines, Status.FAILED),
                List.copyOf(lines));
    }

    List<UUID> ids(Status status) {
        return lines.stream()
                .filter(line -> line.status() == status)
                .flatMap(line -> Stream.ofNullable(line.productId()))
                .toList();
    }

    private static long count(Collection<Line> lines, Status status) {
        return lines.stream().filter(line -> line.status() == status).count();
    }
}
