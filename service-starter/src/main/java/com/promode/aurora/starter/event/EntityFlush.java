package com.promode.aurora.starter.event;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the changed entities of the current transaction now, with the exceptions that its commit would throw. */
class EntityFlush implements Runnable {

    private final EntityManagerFactory entities;

    EntityFlush(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public void run() {
        if (!TransactionSynchronizationManager.hasResource(entities)) {
            return;
        }
        var manager = EntityManagerFactoryUtils.getTransactionalEntityManager(entities);
        try {
            if (manager != null) {
                manager.flush();
            }
        } catch (RuntimeException e) {
            var dialect = entities instanceof EntityManagerFactoryInfo info ? info.getJpaDialect() : null;
            throw dialect == null ? e : DataAccessUtils.translateIfNecessary(e, dialect);
        }
    }
}
