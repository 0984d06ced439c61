package com.promode.aurora.starter.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@ShelfTest
class DefaultsTests {

    private final Environment environment;
    private final ServerProperties server;
    private final DataSource database;

    DefaultsTests(Environment environment, ServerProperties server, DataSource database) {
        this.environment = environment;
        this.server = server;
        this.database = database;
    }

    @Test
    void finishesWhatItHasBegunWhenToldToStop() {
        assertThat(server.getShutdown()).isEqualTo(Shutdown.GRACEFUL);
        assertThat(environment.getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
                .isEqualTo("20s");
    }

    @Test
    void needsFewConnectionsAndWaitsForThemNoLongerThanTheGatewayDoes() {
        var pool = (HikariDataSource) database;
        assertThat(pool.getMaximumPoolSize()).isEqualTo(5);
        assertThat(pool.getConnectionTimeout()).isEqualTo(8_000);
        assertThat(pool.getDataSourceProperties())
                .containsEntry("socketTimeout", "60")
                .containsEntry("ApplicationName", "inventory-service");
    }

    @Test
    void migratesItsOwnSchemaAndOwnsNothing() {
        assertThat(Parts.database("aurora_owner")
                        .queryForList(
                                "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'inventory'",
                                String.class))
                .containsExactly("aurora_owner");
    }

    @Test
    void yieldsToWhateverElseIsConfigured() {
        var own = new StandardEnvironment();
        own.getPropertySources().addLast(new MapPropertySource("own", Map.of("server.shutdown", "immediate")));
        new DefaultsPostProcessor().postProcessEnvironment(own, new SpringApplication());
        assertThat(own.getProperty("server.shutdown")).isEqualTo("immediate");
        assertThat(own.getProperty("spring.jpa.open-in-view")).isEqualTo("false");
    }
}
