package com.promode.aurora.inventory.product;

import com.promode.aurora.starter.web.Problems;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A product as cells of a file and back: a column for each field of {@link SaveProduct}, the category by its name too. */
@Component
class ProductCells {

    static final String CATEGORY = "category";
    static final String CATEGORY_ID = "categoryId";

    private static final List<String> FIELDS = Arrays.stream(SaveProduct.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private static final Map<String, Class<?>> TYPES = Arrays.stream(SaveProduct.class.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));

    private final JsonMapper json;
    private final Validator validator;

    ProductCells(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What a file that is read may have. */
    static List<String> columns() {
        var columns = new ArrayList<>(FIELDS);
        columns.add(CATEGORY);
        return columns;
    }

    /** What a file that is written has. */
    static List<String> header() {
        return FIELDS.stream()
                .map(field -> field.equals(CATEGORY_ID) ? CATEGORY : field)
                .toList();
    }

    /** The cells under the header. */
    List<String> write(SaveProduct product, @Nullable String category) {
        var values = tree(product);
        return FIELDS.stream()
                .map(field -> field.equals(CATEGORY_ID) ? category == null ? "" : category : text(values.path(field)))
                .toList();
    }

    /**
     * The product that cells make of one, or of nothing; what they do not name stays.
     *
     * @param cells by field
     */
    SaveProduct read(@Nullable SaveProduct before, Map<String, @Nullable String> cells) {
        var values = before == null ? json.createObjectNode() : tree(before);
        cells.forEach((field, cell) -> values.set(field, value(cell, TYPES.getOrDefault(field, String.class))));
        try {
            var product = json.treeToValue(values, SaveProduct.class);
            var violations = validator.validate(product);
            if (!violations.isEmpty()) {
                throw Problems.ofViolations(violations);
            }
            return product;
        } catch (JacksonException e) {
            throw Problems.of(e).orElseThrow(() -> e);
        }
    }

    /** Whether two products would be written alike. */
    boolean same(SaveProduct one, SaveProduct other) {
        var left = tree(one);
        var right = tree(other);
        return FIELDS.stream().allMatch(field -> text(left.path(field)).equals(text(right.path(field))));
    }

    private ObjectNode tree(SaveProduct product) {
        return json.valueToTree(product);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asString();
    }

    /** As JSON would have it; what is no number where one should be stays text, and is refused as such. */
    private static JsonNode value(@Nullable String cell, Class<?> type) {
        var nodes = JsonNodeFactory.instance;
        if (cell == null) {
            return nodes.nullNode();
        }
        if (type.equals(Boolean.class) && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"))) {
            return nodes.booleanNode(Boolean.parseBoolean(cell));
        }
        try {
            if (type.equals(BigDecimal.class)) {
                return nodes.numberNode(new BigDecimal(cell));
            }
            if (type.equals(Integer.class)) {
                return nodes.numberNode(Integer.parseInt(cell));
            }
        } catch (NumberFormatException ignored) {
            // stays text
        }
        return nodes.stringNode(cell);
    }
}
