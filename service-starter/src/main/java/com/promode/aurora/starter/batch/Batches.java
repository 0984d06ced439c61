package com.promode.aurora.starter.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.Failures;
import com.promode.aurora.starter.web.Problems;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a {@link Batch} and answers it: 201 for one object or an atomic array, 207 with a status per item otherwise. */
public class Batches {

    private final TransactionTemplate savepoint;
    private final EntityManager entities;
    private final Failures failures;

    Batches(PlatformTransactionManager transactions, EntityManager entities, Failures failures) {
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.entities = entities;
        this.failures = failures;
    }

    /**
     * Runs the commands.
     *
     * @param effect applies a list of commands, all or none, and answers them in order; a command that it refuses it names
     *     with {@link BusinessException#at}
     */
    public <C, V> ResponseEntity<Object> run(Batch<C> batch, Function<List<C>, List<V>> effect) {
        if (batch.single()) {
            return created(only(effect.apply(List.of(batch.items().getFirst().good()))));
        }
        if (batch.atomic()) {
            var commands = batch.items().stream().map(Batch.Item::good).toList();
            return created(all(commands, effect).stream().map(Batches::answer).toList());
        }
        var answers = batch.items().stream().map(item -> one(item, effect)).toList();
        return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(answers);
    }

    private <C, V> Answer one(Batch.Item<C> item, Function<List<C>, List<V>> effect) {
        try {
            var command = item.good();
            return answer(Objects.requireNonNull(savepoint.execute(ignored -> {
                var view = only(effect.apply(List.of(command)));
                entities.flush();
                return view;
            })));
        } catch (RuntimeException e) {
            entities.clear(); // what the persistence context holds was rolled back
            var refusal = Problems.of(e).orElseThrow(() -> e);
            return new Answer(refusal.status().value(), null, failures.error(refusal));
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

    private static Answer answer(Object view) {
        return new Answer(HttpStatus.CREATED.value(), view, null);
    }

    private static ResponseEntity<Object> created(Object body) {
        return ResponseEntity.status(HttpStatus.CREATED).body(body);
    }

    /** What became of one item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            int status, @Nullable Object data, @Nullable Object error) {}
}
