package com.promode.aurora.inventory.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.inventory.ProductEvent.CategoryChanged;
import com.promode.aurora.contracts.inventory.ProductEvent.CategoryDeleted;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
@Import(Warehouse.class)
class CategoryApiTests {

    private static final String CATEGORIES = "/api/warehouse/products/categories";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @Autowired
    private Tenants tenants;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void createsListsAndAnnouncesCategories() {
        var name = name();
        var created = warehouse
                .manager()
                .post(CATEGORIES, Map.of("name", name, "color", "#4CAF50"))
                .expect(201);

        var listed = warehouse.manager().get(CATEGORIES + "?name=" + name).expect(200);

        assertThat(listed.ok().path(0)).isEqualTo(created.ok());
        assertThat(events.expect(CategoryChanged.class, event -> event.categoryId()
                                .equals(created.id()))
                        .name())
                .isEqualTo(name);
        assertThat(warehouse
                        .manager()
                        .tenant(TestTokens.OTHER)
                        .get(CATEGORIES + "?name=" + name)
                        .ok())
                .isEmpty();
    }

    @Test
    void createsManyAtOnce() {
        var batch = List.of(Map.of("name", name()), Map.of("name", name()));

        assertThat(warehouse.manager().post(CATEGORIES, batch).expect(201).ok()).hasSize(2);
    }

    @Test
    void createsTheGoodOnesOfManyWhereEachIsOnItsOwn() {
        var name = name();
        var batch = List.of(Map.of("name", name), Map.of("name", name));

        var answers =
                warehouse.manager().post(CATEGORIES + "?atomic=false", batch).expect(207);

        assertThat(answers.ok().path(0).at("/data/name").asString()).isEqualTo(name);
        assertThat(answers.ok().path(1).at("/error/code").asString()).isEqualTo("DUPLICATE");
    }

    @Test
    void changesACategory() {
        var id = category(null);
        var name = name();

        var changed = warehouse
                .manager()
                .put(CATEGORIES + "/" + id, Map.of("name", name))
                .expect(200);

        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(events.expect(
                                CategoryChanged.class,
                                event -> event.categoryId().equals(id) && event.version() == 1)
                        .name())
                .isEqualTo(name);
        warehouse
                .manager()
                .header("If-Match", "\"0\"")
                .put(CATEGORIES + "/" + id, Map.of("name", name))
                .expect(412, "STALE");
        warehouse
                .manager()
                .put(CATEGORIES + "/" + UUID.randomUUID(), Map.of("name", name))
                .expect(404);
    }

    @Test
    void categoriesFormNoCircle() {
        var top = category(null);
        var middle = category(top);
        var bottom = category(middle);

        warehouse
                .manager()
                .put(CATEGORIES + "/" + top, Map.of("name", name(), "parentId", bottom))
                .expect(400);
        warehouse
                .manager()
                .put(CATEGORIES + "/" + top, Map.of("name", name(), "parentId", top))
                .expect(400);
        warehouse
                .manager()
                .put(CATEGORIES + "/" + bottom, Map.of("name", name(), "parentId", top))
                .expect(200);
    }

    @Test
    void twoWhoMoveAtOnceMakeNoCircle() {
        for (var round = 0; round < 10; round++) {
            var one = category(null);
            var other = category(null);
            var start = new CyclicBarrier(2);

            var answers = Stream.of(
                            CompletableFuture.supplyAsync(() -> move(start, one, other)),
                            CompletableFuture.supplyAsync(() -> move(start, other, one)))
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void theDatabaseRefusesACircleToo() {
        var top = category(null);
        var bottom = category(top);

        assertThatThrownBy(() -> tenants.run(
                        TestTokens.PROMODE,
                        () -> transaction.executeWithoutResult(
                                status -> jdbc.sql("UPDATE categories SET parent_id = :bottom WHERE id = :top")
                                        .param("bottom", bottom)
                                        .param("top", top)
                                        .update())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("a part of itself");
    }

    private int move(CyclicBarrier start, UUID category, UUID below) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return warehouse
                .manager()
                .put(CATEGORIES + "/" + category, Map.of("name", name(), "parentId", below))
                .status();
    }

    @Test
    void listsTheChildrenOfACategoryInTheOrderAskedFor() {
        var top = category(null);
        var children = List.of(category(top), category(top), category(top));
        category(children.getFirst());

        var listed = warehouse
                .manager()
                .get(CATEGORIES + "?sort=-createdAt&parentId=" + top)
                .expect(200);

        assertThat(listed.ok().findValuesAsString("id"))
                .containsExactlyElementsOf(
                        children.reversed().stream().map(UUID::toString).toList());
    }

    @Test
    void deletesACategoryThatNothingIsIn() {
        var id = category(null);

        warehouse.manager().delete(CATEGORIES + "/" + id).expect(204);

        warehouse.manager().delete(CATEGORIES + "/" + id).expect(404, "NOT_FOUND");
        assertThat(warehouse.manager().get(CATEGORIES + "?id=" + id).ok()).isEmpty();
        events.expect(
                AuditRecorded.class,
                event -> id.equals(event.resourceId()) && event.action().equals("category.delete"));
        events.expect(CategoryDeleted.class, event -> event.categoryId().equals(id));
    }

    @Test
    void keepsACategoryThatHasSubCategoriesOrProducts() {
        var top = category(null);
        var bottom = category(top);
        warehouse.product(Map.of("categoryId", bottom));

        var parent = warehouse.manager().delete(CATEGORIES + "/" + top).expect(409, "CONFLICT");
        var used = warehouse.manager().delete(CATEGORIES + "/" + bottom).expect(409, "CONFLICT");

        assertThat(parent.error().path("message").asString()).contains("sub-categories");
        assertThat(used.error().path("message").asString()).contains("products");
    }

    @Test
    void deletesOnlyForTheTenantThePermissionAndTheVersionSeen() {
        var path = CATEGORIES + "/" + category(null);

        warehouse.manager().as("products:read").delete(path).expect(403, "FORBIDDEN");
        warehouse.manager().tenant(TestTokens.OTHER).delete(path).expect(404, "NOT_FOUND");
        warehouse.manager().header("If-Match", "\"5\"").delete(path).expect(412, "STALE");
        warehouse.manager().delete(path).expect(204);
    }

    @Test
    void refusesWhatIsNoCategory() {
        var name = name();
        warehouse.manager().post(CATEGORIES, Map.of("name", name)).expect(201);

        warehouse.manager().post(CATEGORIES, Map.of("name", name)).expect(409, "DUPLICATE");
        warehouse.manager().post(CATEGORIES, Map.of("name", " ")).expect(400, "VALIDATION_ERROR");
        warehouse
                .manager()
                .post(CATEGORIES, Map.of("name", name(), "color", "green"))
                .expect(400, "VALIDATION_ERROR");
        warehouse
                .manager()
                .post(CATEGORIES, Map.of("name", name(), "parentId", UUID.randomUUID()))
                .expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .as("products:read")
                .post(CATEGORIES, Map.of("name", name()))
                .expect(403, "FORBIDDEN");
    }

    private UUID category(@Nullable UUID parent) {
        var body = parent == null ? Map.of("name", name()) : Map.of("name", name(), "parentId", parent);
        return warehouse.manager().post(CATEGORIES, body).expect(201).id();
    }

    private static String name() {
        return "Solanum-" + UUID.randomUUID();
    }
}
