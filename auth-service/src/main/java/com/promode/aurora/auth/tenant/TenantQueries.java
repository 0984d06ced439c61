package com.promode.aurora.auth.tenant;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tenants, which are nobody's rows. */
@Repository
@Transactional(readOnly = true)
class TenantQueries {

    private static final Listing<TenantView> TENANTS = Listing.of(
                    TenantView.class, "id, code, name, time_zone, status", "tenants")
            .field("id", "id", UUID.class)
            .field("code", "code", String.class)
            .field("name", "name", String.class)
            .field("status", "status", String.class)
            .search("code ILIKE '%' || :q || '%' OR name ILIKE '%' || :q || '%'")
            .order("code")
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;

    TenantQueries(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<TenantView> find(ListQuery query) {
        return lists.page(TENANTS, query);
    }

    Optional<TenantView> find(String code) {
        return jdbc.sql("SELECT * FROM tenants WHERE code = :code")
                .param("code", code)
                .query(lists.mapper(TENANTS))
                .optional();
    }
}
