package com.promode.aurora.starter.event;

import com.promode.aurora.starter.web.BusinessException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which failures pass by themselves, and so are worth waiting for; the others come back however often one tries. */
final class Transience {

    private static final List<Class<? extends Throwable>> KINDS = List.of(
            TransientDataAccessException.class, // locks, serialization, timeouts
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class, // no connection
            CannotCreateTransactionException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            PessimisticLockException.class,
            LockTimeoutException.class,
            OptimisticLockException.class,
            QueryTimeoutException.class,
            RetriableException.class,
            SocketException.class,
            SocketTimeoutException.class,
            TimeoutException.class);

    /** Classes of SQL states: connection, rollback, resources, not available now, operator, system. */
    private static final Set<String> SQL_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** A server that is not yet, or no longer, the primary. */
    private static final String READ_ONLY = "25006";

    private Transience() {}

    static boolean passes(@Nullable Throwable failure) {
        return hasCause(failure, Transience::passesItself);
    }

    /** Whether it passes if what the event refers to is told at all. */
    static boolean mayPass(@Nullable Throwable failure) {
        return hasCause(failure, cause -> cause instanceof BusinessException refusal && refusal.isNotYet());
    }

    private static boolean hasCause(@Nullable Throwable failure, Predicate<Throwable> which) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < 50; depth++) {
            if (which.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean passesItself(Throwable failure) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(failure))
                || (failure instanceof SQLException error && passesItself(error.getSQLState()))
                || (failure instanceof BusinessException refusal
                        && refusal.status() == HttpStatus.SERVICE_UNAVAILABLE
                        && !refusal.isNotYet());
    }

    private static boolean passesItself(@Nullable String state) {
        return state != null
                && (state.equals(READ_ONLY) || (state.length() == 5 && SQL_CLASSES.contains(state.substring(0, 2))));
    }
}
