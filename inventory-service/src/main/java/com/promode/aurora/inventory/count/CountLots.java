package com.promode.aurora.inventory.count;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.promode.aurora.inventory.stock.CountedStock.Counted;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.web.BusinessException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody found at the location of a stock take; the body is the list itself. */
record CountLots(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Line> lines) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    CountLots {}

    record Line(
            @NotNull UUID productId,
            @NotNull UUID lotId,

            @NotNull @PositiveOrZero @Digits(integer = 11, fraction = 3)
            BigDecimal counted) {}

    Set<UUID> products() {
        return lines.stream().map(Line::productId).collect(Collectors.toSet());
    }

    /** What was found of each lot, which is named once. */
    List<Counted> counted() {
        var named = new HashSet<UUID>();
        return Batches.each(lines, line -> {
            if (!named.add(line.lotId())) {
                throw BusinessException.invalid("lotId", "is named twice");
            }
            return new Counted(line.productId(), line.lotId(), line.counted());
        });
    }
}
