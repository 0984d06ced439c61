package com.promode.aurora.e2e;

import static com.promode.aurora.e2e.Warehouse.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** For somebody of another tenant who may do everything there, an object answers exactly as if there were none. */
@EndToEndTest
@TestInstance(Lifecycle.PER_CLASS)
class ForeignObjectTests {

    private final LocalSystem system;
    private final Client owner;
    private final String foreign;
    private final Map<String, UUID> objects;

    ForeignObjectTests(LocalSystem system) throws Exception {
        this.system = system;
        this.owner = system.as("warehouse@aurora.local");
        this.foreign = Matrix.of(system).foreign();
        var warehouse = new Warehouse(owner);
        var location = warehouse.location();
        var category = warehouse.category();
        var product = warehouse.product(category, 5);
        var lot = warehouse.receive(location, product, "3", "2.00", today().plusDays(4));
        var movement = UUID.fromString(
                warehouse.movements(product).getFirst().path("id").asString());
        this.objects = Map.of(
                "/api/warehouse/products/categories/", category,
                "/api/warehouse/products/", product,
                "/api/warehouse/lots/", lot,
                "/api/warehouse/stock/movements/", movement,
                "/api/warehouse/storage/locations/", location,
                "/api/admin/users/", owner.user(),
                "/ws/notifications/", owner.user());
    }

    @TestFactory
    Stream<DynamicTest> anObjectOfAnotherTenantIsNotFound() {
        var pending = Matrix.pending();
        return Endpoint.all(system.root()).stream()
                .filter(endpoint -> !pending.contains(endpoint.name()))
                .filter(endpoint -> objects.containsKey(beforeFirstVariable(endpoint)))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> assertHidden(endpoint)));
    }

    @TestFactory
    Stream<DynamicTest> itsOwnerStillHasIt() {
        return Stream.of("/api/warehouse/products/", "/api/warehouse/stock/movements/")
                .map(prefix -> DynamicTest.dynamicTest(
                        prefix, () -> owner.get(prefix + objects.get(prefix)).expect(200)));
    }

    private void assertHidden(Endpoint endpoint) {
        var object = objects.getOrDefault(beforeFirstVariable(endpoint), UUID.randomUUID());
        for (var base : new String[] {system.gateway().toString(), system.url(endpoint.service())}) {
            var answer =
                    Knock.at(base, endpoint, endpoint.pathOf(object), foreign).join();
            var missing = Knock.at(base, endpoint, endpoint.anyPath(), foreign).join();
            assertThat(answer.status()).as(base).isEqualTo(missing.status());
            // an empty body is looked at before the object is
            assertThat(answer.status())
                    .as(answer.body())
                    .isIn(endpoint.method().equals("GET") ? new Object[] {404} : new Object[] {404, 400});
        }
    }

    private static String beforeFirstVariable(Endpoint endpoint) {
        var variable = endpoint.path().indexOf('{');
        return variable < 0 ? "" : endpoint.path().substring(0, variable);
    }
}
