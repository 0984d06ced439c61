package com.promode.aurora.starter.web;

import com.promode.aurora.starter.web.BusinessException.Detail;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.orm.jpa.hibernate.HibernateExceptionTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a caller is told of an exception; empty means a fault of ours, of which he learns nothing. */
public final class Problems {

    private static final HibernateExceptionTranslator HIBERNATE = new HibernateExceptionTranslator();

    /** SQLSTATE of a lock that was waited for in vain, for which Spring has no word. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String ONCE = "_once";

    private Problems() {}

    /** The refusal that an exception of the domain, the database or the JSON reader amounts to. */
    public static Optional<BusinessException> of(Throwable exception) {
        return Optional.ofNullable(
                switch (translated(exception)) {
                    case BusinessException business -> business;
                    case ConstraintViolationException invalid -> ofViolations(invalid.getConstraintViolations());
                    case JacksonException json -> ofJson(json);
                    case DataIntegrityViolationException refused -> ofConstraint(refused);
                    case ConcurrencyFailureException ignored ->
                        BusinessException.conflict("CONFLICT", "Others were changing the same object; try again");
                    case TransientDataAccessException ignored -> unavailable();
                    case DataAccessResourceFailureException ignored -> unavailable();
                    case CannotCreateTransactionException ignored -> unavailable();
                    case TransactionSystemException failed -> ofTransaction(failed);
                    case JpaSystemException failed -> ofTransaction(failed);
                    default -> null;
                });
    }

    /** A failure of the database in Spring's words, also where nobody but the entity manager stood between. */
    public static Throwable translated(Throwable exception) {
        if (exception instanceof UncategorizedSQLException unnamed
                && NestedExceptionUtils.getMostSpecificCause(unnamed) instanceof SQLException sql
                && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
            return new CannotAcquireLockException("Somebody held the lock for too long", unnamed);
        }
        var known = exception instanceof PersistenceException raw ? HIBERNATE.translateExceptionIfPossible(raw) : null;
        return known == null ? exception : known;
    }

    /** 400 with one detail per violated constraint. */
    public static BusinessException ofViolations(Collection<? extends ConstraintViolation<?>> violations) {
        return BusinessException.invalid(violations.stream()
                .map(violation -> new Detail(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted((left, right) -> left.field().compareTo(right.field()))
                .toList());
    }

    private static BusinessException ofJson(JacksonException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown ->
                new BusinessException(
                        HttpStatus.BAD_REQUEST,
                        "MALFORMED_REQUEST",
                        "The field '%s' is not known here".formatted(unknown.getPropertyName()),
                        List.of(new Detail(path(unknown), "is not known")));
            case MismatchedInputException mismatch -> ofMismatch(mismatch);
            default -> BusinessException.malformed("The body is not the JSON that this endpoint reads");
        };
    }

    private static BusinessException ofMismatch(MismatchedInputException mismatch) {
        return mismatch.getPath().isEmpty()
                ? BusinessException.malformed("The body is not the JSON that this endpoint reads")
                : BusinessException.invalid(path(mismatch), "%s", expected(mismatch));
    }

    private static String expected(MismatchedInputException mismatch) {
        var type = mismatch.getTargetType();
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(String::valueOf)
                                    .toList());
        }
        if (Instant.class.equals(type)) {
            return "must be a time with an offset, such as 2026-01-31T09:30:00Z";
        }
        return type == null
                ? "is not valid"
                : "must be a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String path(JacksonException exception) {
        var path = new StringBuilder();
        StreamSupport.stream(exception.getPath().spliterator(), false)
                .forEach(step -> path.append(
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : (path.isEmpty() ? "" : ".") + step.getPropertyName()));
        return path.toString();
    }

    /** By SQLSTATE (PostgreSQL, appendix A). */
    private static @Nullable BusinessException ofConstraint(DataIntegrityViolationException refused) {
        var cause = NestedExceptionUtils.getMostSpecificCause(refused);
        return switch (cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "") {
            case "23505" -> ofDuplicate(cause);
            case "23001", "23503" ->
                BusinessException.conflict("CONFLICT", "The object is in use, or refers to one that does not exist");
            case "23514", "23P01" ->
                BusinessException.conflict("CONFLICT", "The change would break a rule of the data");
            case "22001", "22003", "22007", "22008", "22P02", "22021" ->
                BusinessException.invalid("", "a value is too long, too large or not of its type");
            default -> null;
        };
    }

    /** By the constraint's name, {@code product_barcode_once}: row-level security keeps PostgreSQL from naming the columns. */
    private static BusinessException ofDuplicate(Throwable cause) {
        var constraint = cause instanceof PSQLException refused && refused.getServerErrorMessage() != null
                ? String.valueOf(refused.getServerErrorMessage().getConstraint())
                : "";
        return constraint.endsWith(ONCE)
                ? BusinessException.conflict(
                        "DUPLICATE",
                        "The %s is taken already",
                        constraint.replace(ONCE, "").replace('_', ' '))
                : BusinessException.conflict("DUPLICATE", "Such an object exists already");
    }

    /** When the connection breaks, so does the rollback, whose exception hides why. */
    private static @Nullable BusinessException ofTransaction(NestedRuntimeException failed) {
        return switch (NestedExceptionUtils.getMostSpecificCause(failed)) {
            case SQLException sql -> isDisconnected(sql.getSQLState()) ? unavailable() : null;
            case IOException ignored -> unavailable();
            default -> null;
        };
    }

    /** The pool says nothing of the state when it has closed a broken connection. */
    private static boolean isDisconnected(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private static BusinessException unavailable() {
        return BusinessException.unavailable("The database does not answer; try again");
    }
}
