package com.promode.aurora.starter.tenant;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.hibernate.Session;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Names the tenant to PostgreSQL as the first statement of each transaction, so that row-level security lets through its
 * rows alone. The setting ends with the transaction: nothing of it is left on a pooled connection.
 */
class TenantTransactionManager extends JpaTransactionManager {

    private final Tenants tenants;

    TenantTransactionManager(EntityManagerFactory entityManagers, Tenants tenants) {
        super(entityManagers);
        this.tenants = tenants;
        setNestedTransactionAllowed(true);
        // an item of a batch may fail in its savepoint without dooming the others; whoever began the transaction
        // decides
        setGlobalRollbackOnParticipationFailure(false);
    }

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        setJpaDialect(new SavepointDialect());
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            tenants.find().ifPresent(this::name);
        } catch (RuntimeException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The tenant could not be set on the database connection", e);
        }
    }

    private void name(UUID tenant) {
        var holder = (EntityManagerHolder) TransactionSynchronizationManager.getResource(obtainEntityManagerFactory());
        if (holder != null) {
            holder.getEntityManager().unwrap(Session.class).doWork(connection -> name(connection, tenant));
        }
    }

    private static void name(Connection connection, UUID tenant) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('aurora.tenant', ?, true)")) {
            statement.setString(1, tenant.toString());
            statement.execute();
        }
    }
}
