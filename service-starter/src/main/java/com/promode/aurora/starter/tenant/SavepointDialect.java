package com.promode.aurora.starter.tenant;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.transaction.spi.TransactionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Hibernate's dialect with JDBC savepoints, so that an item of a batch can fail alone. What the persistence context held of
 * such an item its owner has to forget.
 */
class SavepointDialect extends HibernateJpaDialect {

    @Override
    public Object beginTransaction(EntityManager entities, TransactionDefinition definition) throws SQLException {
        return new Savepoints(entities.unwrap(Session.class), super.beginTransaction(entities, definition));
    }

    @Override
    public void cleanupTransaction(@Nullable Object transactionData) {
        super.cleanupTransaction(
                transactionData instanceof Savepoints savepoints ? savepoints.data() : transactionData);
    }

    private record Savepoints(Session session, Object data) implements SavepointManager {

        @Override
        public Object createSavepoint() {
            return session.doReturningWork(connection -> connection.setSavepoint());
        }

        @Override
        public void rollbackToSavepoint(Object savepoint) {
            session.doWork(connection -> connection.rollback((Savepoint) savepoint));
            unmark();
        }

        /** After a refused statement Hibernate would roll all back; that statement is undone. */
        private void unmark() {
            var transaction = session.unwrap(SharedSessionContractImplementor.class)
                    .getJdbcCoordinator()
                    .getLogicalConnection()
                    .getPhysicalJdbcTransaction();
            if (transaction.getStatus() == TransactionStatus.MARKED_ROLLBACK) {
                transaction.begin();
            }
        }

        @Override
        public void releaseSavepoint(Object savepoint) {
            session.doWork(connection -> connection.releaseSavepoint((Savepoint) savepoint));
        }
    }
}
