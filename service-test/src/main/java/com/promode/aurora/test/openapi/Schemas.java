package com.promode.aurora.test.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of what a service reads and writes. They differ: a command may leave out what is nullable or has a default, and
 * may not have what is unknown; an answer has all components, unless they say otherwise, and clients must bear new ones.
 */
final class Schemas {

    private static final String PATH = "components/schemas";

    private final Wire wire;
    private final SchemaBuilder answers;
    private final SchemaBuilder commands;
    private final Set<String> answered = new HashSet<>();

    Schemas(JsonMapper mapper) {
        this.wire = new Wire(mapper);
        this.answers = new SchemaGenerator(ofAnswers()).buildMultipleSchemaDefinitions();
        this.commands = new SchemaGenerator(ofCommands()).buildMultipleSchemaDefinitions();
    }

    /** Of what is written; filled in by {@link #definitions()}. */
    ObjectNode answer(ResolvableType type) {
        return schema(answers, type);
    }

    /** Of what is read; filled in by {@link #definitions()}. */
    ObjectNode command(ResolvableType type) {
        return schema(commands, type);
    }

    /** The schemas that the others refer to. */
    ObjectNode definitions() {
        var definitions = answers.collectDefinitions(PATH);
        answered.addAll(definitions.propertyNames());
        definitions.setAll(commands.collectDefinitions(PATH));
        return definitions;
    }

    private static ObjectNode schema(SchemaBuilder builder, ResolvableType type) {
        var raw = Objects.requireNonNull(type.resolve(), type::toString);
        if (List.class.isAssignableFrom(raw)) {
            return Json.object("type", "array", "items", schema(builder, type.getGeneric(0)));
        }
        var arguments =
                Arrays.stream(type.getGenerics()).map(ResolvableType::resolve).toArray(Type[]::new);
        return builder.createSchemaReference(raw, arguments);
    }

    private SchemaGeneratorConfig ofAnswers() {
        var builder = common();
        builder.forTypesInGeneral().withDefinitionNamingStrategy((key, ignored) -> name(key.getType()));
        builder.forFields()
                .withNullableCheck(
                        field -> Wire.isNullable(field) && wire.inclusion(field) == JsonInclude.Include.ALWAYS)
                .withRequiredCheck(field -> switch (wire.inclusion(field)) {
                    case ALWAYS -> true;
                    case NON_NULL -> !Wire.isNullable(field);
                    default -> false;
                });
        return builder.build();
    }

    private SchemaGeneratorConfig ofCommands() {
        var builder = common().with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        builder.forTypesInGeneral().withDefinitionNamingStrategy((key, ignored) -> {
            var name = name(key.getType());
            return answered.contains(name) ? name + "Input" : name;
        });
        builder.forFields()
                .withNullableCheck(this::mayBeLeftOut)
                .withRequiredCheck(field -> !mayBeLeftOut(field))
                .withDefaultResolver(field -> wire.absent(field).orElse(null));
        return builder.build();
    }

    private SchemaGeneratorConfigBuilder common() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.INLINE_NULLABLE_SCHEMAS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.PLAIN_DEFINITION_KEYS)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(new JakartaValidationModule());
        builder.forTypesInGeneral()
                .withPropertySorter((left, right) -> 0) // as declared
                .withCustomDefinitionProvider(this::special);
        builder.forFields()
                .withIgnoreCheck(field -> wire.property(field).isEmpty())
                .withPropertyNameOverrideResolver(field ->
                        wire.property(field).map(property -> property.getName()).orElse(null))
                .withStringPatternResolver(Schemas::pattern);
        return builder;
    }

    private @Nullable CustomDefinition special(ResolvedType type, SchemaGenerationContext context) {
        var raw = type.getErasedType();
        if (JsonNode.class.isAssignableFrom(raw) || raw.equals(Object.class)) {
            return inline(Json.object());
        }
        if (raw.isEnum()) {
            return inline(Json.object("type", "string", "enum", wire.constants(raw)));
        }
        if (Wire.isBare(raw)) {
            var types = context.getTypeContext();
            var members = types.resolveWithMembers(type);
            var only = types.createFieldScope(members.getMemberFields()[0], members);
            return inline(context.createStandardDefinition(only, null));
        }
        return null;
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
    }

    private boolean mayBeLeftOut(FieldScope field) {
        return Wire.isNullable(field) || wire.absent(field).isPresent();
    }

    /** Ours match the whole text and are Java's; these are searched for and are JavaScript's. */
    private static @Nullable String pattern(FieldScope field) {
        return Optional.ofNullable(field.getAnnotationConsideringFieldAndGetterIfSupported(Pattern.class))
                .map(Pattern::regexp)
                .map(regexp ->
                        regexp.replace("\\P{Cntrl}", "[^\\x00-\\x1F\\x7F]").replace("\\p{Cntrl}", "\\x00-\\x1F\\x7F"))
                .map(regexp -> "^(?:" + regexp + ")$")
                .orElse(null);
    }

    /** {@code CountLotsLine} of {@code CountLots.Line}, {@code ReportOfStockRowAndStockTotals} of {@code Report<...>}. */
    private static String name(ResolvedType type) {
        var raw = type.getErasedType();
        var outer = raw.getEnclosingClass();
        var name = (outer == null ? "" : outer.getSimpleName()) + raw.getSimpleName();
        var arguments = type.getTypeParameters().stream().map(Schemas::name).toList();
        return arguments.isEmpty() ? name : name + "Of" + String.join("And", arguments);
    }
}
