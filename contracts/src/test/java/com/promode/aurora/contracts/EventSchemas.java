package com.promode.aurora.contracts;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of a record. A component is required unless it is nullable, and unknown ones are welcome: that is what
 * "additive" means. Draft 7, the dialect that AsyncAPI 3 is made of.
 */
final class EventSchemas {

    private static final SchemaGenerator GENERATOR = new SchemaGenerator(configuration());

    private EventSchemas() {}

    static ObjectNode of(Class<?> type) {
        var schema = GENERATOR.generateSchema(type);
        schema.put("title", type.getSimpleName());
        return schema;
    }

    private static SchemaGeneratorConfig configuration() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_NULLABLE_SCHEMAS)
                .with(Option.FLATTENED_ENUMS_FROM_TOSTRING); // our enums say their wire value
        builder.forTypesInGeneral().withPropertySorter((left, right) -> 0); // as declared
        builder.forFields().withNullableCheck(EventSchemas::isNullable).withRequiredCheck(field -> !isNullable(field));
        return builder.build();
    }

    private static boolean isNullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
