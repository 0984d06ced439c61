package com.promode.aurora.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.test.endpoint.Endpoint;
import com.promode.aurora.test.endpoint.EndpointTable;
import com.promode.aurora.test.openapi.OpenApi;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The rules of the house, for a service to inherit in one line: {@code class InventoryRulesTests extends ServiceRules {}}, in
 * the root package of the service.
 */
@ServiceTest
public abstract class ServiceRules {

    private static final String[] VAGUE_NAMES = {
        "Impl", "Manager", "Helper", "Util", "Utils", "Mapper", "Dto", "DTO", "Facade", "ServiceException"
    };

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(getClass().getPackageName());

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Environment environment;

    @Autowired
    private OpenApi openApi;

    @Test
    void everyRouteHasTheServiceThePermissionAndASummaryInTheTable() {
        var table = EndpointTable.read();
        var name = environment.getRequiredProperty("spring.application.name");
        assertThat(Endpoint.of(mappings)).allSatisfy(endpoint -> assertThat(table.find(endpoint))
                .as("row of docs/endpoints.csv for %s", endpoint)
                .hasValueSatisfying(row -> {
                    assertThat(row.service()).isEqualTo(name);
                    assertThat(endpoint.rule()).isEqualTo(row.rule());
                    assertThat(row.summary()).as("summary of the row").isNotBlank();
                }));
    }

    @Test
    void documentIsWhatTheRoutesSay() {
        openApi.checkStored();
    }

    @Test
    void everyOperationHasExamplesThatFit() {
        openApi.checkExamples();
    }

    @Test
    void featuresFormNoCycles() {
        slices().matching(getClass().getPackageName() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    void noServiceDependsOnAnother() {
        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("com.promode.aurora..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(
                                getClass().getPackageName() + "..",
                                "com.promode.aurora.contracts..",
                                "com.promode.aurora.starter..")))
                .check(service);
    }

    @Test
    void publicIsEarnedByAUserInAnotherPackage() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("Application")
                .should(beUsedFromAnotherPackage())
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    void packagesAreNullMarked() {
        classes().should(liveInANullMarkedPackage()).check(service);
    }

    @Test
    void namesSayWhatThingsAre() {
        Arrays.stream(VAGUE_NAMES)
                .forEach(suffix ->
                        noClasses().should().haveSimpleNameEndingWith(suffix).check(service));
    }

    @Test
    void dependenciesComeByTheConstructor() {
        fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    void controllersArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Controller")
                .allowEmptyShould(true)
                .check(service);
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(
                        type, used, type.getName() + " is public, but nobody outside of its package uses it"));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " has no package-info.java with @NullMarked"));
            }
        };
    }
}
