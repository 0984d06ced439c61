package com.promode.aurora.starter.batch;

import com.promode.aurora.starter.batch.BatchResult.Made;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.Problems;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a {@link Batch} and answers it: 201 for one object or an atomic array, 207 with a status per item otherwise. */
public class Batches {

    private final TransactionTemplate savepoint;
    private final EntityManager entities;

    Batches(PlatformTransactionManager transactions, EntityManager entities) {
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.entities = entities;
    }

    /**
     * Runs the commands.
     *
     * @param effect applies a list of commands, all or none, and answers them in order; a command that it refuses it names
     *     with {@link BusinessException#at}
     */
    public <C, V extends Object> BatchResult<V> run(Batch<C> batch, Function<List<C>, List<V>> effect) {
        if (batch.single()) {
            return new BatchResult.One<>(
                    only(effect.apply(List.of(batch.items().getFirst().good()))));
        }
        if (batch.atomic()) {
            var commands = batch.items().stream().map(Batch.Item::good).toList();
            return new BatchResult.All<>(
                    all(commands, effect).stream().map(Made::of).toList());
        }
        return new BatchResult.Each<>(
                batch.items().stream().map(item -> one(item, effect)).toList());
    }

    private <C, V extends Object> BatchResult.Item<V> one(Batch.Item<C> item, Function<List<C>, List<V>> effect) {
        try {
            var command = item.good();
            var view = Objects.requireNonNull(savepoint.execute(ignored -> {
                var made = only(effect.apply(List.of(command)));
                entities.flush();
                return made;
            }));
            return new BatchResult.Item<>(HttpStatus.CREATED.value(), view, null);
        } catch (RuntimeException e) {
            entities.clear(); // what the persistence context holds was rolled back
            var refusal = Problems.of(e).orElseThrow(() -> e);
            var problem = new BatchResult.Problem(refusal.code(), refusal.message(), refusal.details());
            return new BatchResult.Item<>(refusal.status().value(), null, problem);
        }
    }

    /** Does the same for each command, telling by its position which one is refused; the order of the answers is theirs. */
    public static <C, V> List<V> each(List<C> commands, Function<C, V> effect) {
        return IntStream.range(0, commands.size())
                .mapToObj(position -> at(position, () -> effect.apply(commands.get(position))))
                .toList();
    }

    private static <V> V at(int position, Supplier<V> effect) {
        try {
            return effect.get();
        } catch (BusinessException e) {
            throw e.at(position);
        }
    }

    private static <C, V> List<V> all(List<C> commands, Function<List<C>, List<V>> effect) {
        try {
            return effect.apply(commands);
        } catch (BusinessException e) {
            throw e.inBatch();
        }
    }

    private static <V> V only(List<V> views) {
        return views.getFirst();
    }
}
