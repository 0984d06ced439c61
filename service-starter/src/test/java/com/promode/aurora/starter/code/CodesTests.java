package com.promode.aurora.starter.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.ShelfTest;
import com.promode.aurora.starter.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@ShelfTest
class CodesTests {

    private final UUID tenant = UUID.randomUUID();
    private final Codes codes;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    CodesTests(Codes codes, Tenants tenants, PlatformTransactionManager transactions) {
        this.codes = codes;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void countsPerPrefixFromOneAndGrowsPastThreeDigits() {
        assertThat(next(tenant, "PRD", 2)).containsExactly("PRD-001", "PRD-002");
        assertThat(next(tenant, "LOT", 1)).containsExactly("LOT-001");
        assertThat(next(tenant, "PRD", 998)).startsWith("PRD-003").endsWith("PRD-1000");
        assertThat(within(tenant, ignored -> List.of(codes.next("PRD")))).containsExactly("PRD-1001");
    }

    @Test
    void tenantsCountForThemselves() {
        next(tenant, "PRD", 5);
        assertThat(next(UUID.randomUUID(), "PRD", 1)).containsExactly("PRD-001");
    }

    @Test
    void aRolledBackTransactionGivesItsCodeBack() {
        within(tenant, status -> {
            status.setRollbackOnly();
            return codes.next("PRD", 3);
        });
        assertThat(next(tenant, "PRD", 1)).containsExactly("PRD-001");
    }

    @Test
    void manyAtOnceGetDifferentCodesWithoutGaps() {
        var all = IntStream.range(0, 50)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> next(tenant, "PRD", 2)))
                .toList()
                .stream()
                .flatMap(taken -> taken.join().stream())
                .sorted()
                .toList();
        assertThat(all)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj("PRD-%03d"::formatted)
                        .toList());
    }

    private List<String> next(UUID of, String prefix, int count) {
        return within(of, ignored -> codes.next(prefix, count));
    }

    private List<String> within(UUID of, Function<TransactionStatus, List<String>> work) {
        var result = new ArrayList<String>();
        tenants.run(of, () -> transaction.executeWithoutResult(status -> result.addAll(work.apply(status))));
        return result;
    }
}
