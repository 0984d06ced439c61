package com.promode.aurora.test.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.victools.jsonschema.generator.FieldScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/** How the service's own mapper reads and writes a type: asked, not guessed. */
final class Wire {

    private final JsonMapper mapper;

    Wire(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The property that a field is, empty for one that is not shown. */
    Optional<BeanPropertyDefinition> property(FieldScope field) {
        return description(field.getDeclaringType().getErasedType()).findProperties().stream()
                .filter(property -> property.getInternalName().equals(field.getDeclaredName()))
                .filter(BeanPropertyDefinition::couldSerialize)
                .findFirst();
    }

    /** Whether it may be null. */
    static boolean isNullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** When an answer has it. */
    JsonInclude.Include inclusion(FieldScope field) {
        var type = description(field.getDeclaringType().getErasedType());
        var own = property(field).map(BeanPropertyDefinition::findInclusion).orElse(JsonInclude.Value.empty());
        var include = type.findPropertyInclusion(JsonInclude.Value.empty())
                .withOverrides(own)
                .getValueInclusion();
        return include == JsonInclude.Include.USE_DEFAULTS ? JsonInclude.Include.ALWAYS : include;
    }

    /** What is taken for a component that a caller leaves out: what an empty object is read as has it. */
    Optional<JsonNode> absent(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return Optional.empty();
        }
        try {
            var read = mapper.readValue("{}", field.getDeclaringType().getErasedType());
            ReflectionUtils.makeAccessible(field.getRawMember());
            return Optional.ofNullable(ReflectionUtils.getField(field.getRawMember(), read))
                    .map(mapper::valueToTree);
        } catch (JacksonException ignored) {
            return Optional.empty(); // it can't be left out then, or another can't
        }
    }

    List<JsonNode> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .<JsonNode>map(mapper::valueToTree)
                .toList();
    }

    /** Whether a record is written as its only component is. */
    static boolean isBare(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .map(constructor -> constructor.getAnnotation(JsonCreator.class))
                .anyMatch(creator -> creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
    }

    private BeanDescription description(Class<?> raw) {
        var context = mapper._serializationContext();
        var type = mapper.constructType(raw);
        return context.introspectBeanDescription(type, context.introspectClassAnnotations(type));
    }
}
