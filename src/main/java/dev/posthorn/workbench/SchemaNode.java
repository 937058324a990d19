package dev.posthorn.workbench;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import dev.posthorn.jsonpath.Comparison;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Our JSON as the schema library reads it.
final class SchemaNode implements JsonNode {

    /// Numbers with more digits before or after the point are taken for the largest, and for 0: written out they would fill the memory.
    private static final int MOST_DIGITS = 2_000;

    private final Json json;
    private final String pointer;
    private List<JsonNode> elements;
    private Map<String, JsonNode> members;

    SchemaNode(Json json, String pointer) {
        this.json = json;
        this.pointer = pointer;
    }

    record Factory() implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object node) {
            return (JsonNode) node;
        }

        @Override
        public JsonNode create(String raw) {
            try {
                return new SchemaNode(JsonReader.read(raw), "");
            } catch (JsonProblem e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    @Override
    public String getJsonPointer() {
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        return switch (json) {
            case Json.Text _ -> SimpleType.STRING;
            case Json.Flag _ -> SimpleType.BOOLEAN;
            case Json.Null _ -> SimpleType.NULL;
            case Json.Arr _ -> SimpleType.ARRAY;
            case Json.Obj _ -> SimpleType.OBJECT;
            case Json.Num _ -> asNumber().scale() <= 0 ? SimpleType.INTEGER : SimpleType.NUMBER;
        };
    }

    @Override
    public boolean asBoolean() {
        return json instanceof Json.Flag flag && flag.on();
    }

    @Override
    public String asString() {
        return switch (json) {
            case Json.Text text -> text.value();
            case Json.Num number -> number.text();
            case Json.Flag flag -> String.valueOf(flag.on());
            default -> "null";
        };
    }

    @Override
    public BigInteger asInteger() {
        return asNumber().toBigInteger();
    }

    @Override
    public BigDecimal asNumber() {
        if (!(json instanceof Json.Num number)) {
            return BigDecimal.ZERO;
        }
        try {
            var value = new BigDecimal(number.text()).stripTrailingZeros();
            return Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS ? rounded(number) : value;
        } catch (ArithmeticException | NumberFormatException e) {
            return rounded(number);
        }
    }

    private static BigDecimal rounded(Json.Num number) {
        return new BigDecimal(Math.clamp(Double.parseDouble(number.text()), -Double.MAX_VALUE, Double.MAX_VALUE)).stripTrailingZeros();
    }

    @Override
    public List<JsonNode> asArray() {
        if (elements == null) {
            elements = new ArrayList<>();
            if (json instanceof Json.Arr list) {
                list.elements().forEach(e -> elements.add(new SchemaNode(e, pointer + "/" + elements.size())));
            }
        }
        return elements;
    }

    @Override
    public Map<String, JsonNode> asObject() {
        if (members == null) {
            members = new LinkedHashMap<>();
            if (json instanceof Json.Obj object) {
                object.members().forEach(m -> members.put(m.key().value(), new SchemaNode(m.value(), pointer + "/" + JsonNode.encodeJsonPointer(m.key().value()))));
            }
        }
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaNode node && Comparison.equal(json, node.json);
    }

    /// Numbers and objects may be equal and written otherwise.
    @Override
    public int hashCode() {
        return switch (json) {
            case Json.Text text -> text.value().hashCode();
            case Json.Num _ -> Double.hashCode(asNumber().doubleValue());
            case Json.Flag flag -> Boolean.hashCode(flag.on());
            case Json.Arr list -> 31 + list.elements().size();
            case Json.Obj object -> 37 + object.members().size();
            case Json.Null _ -> 0;
        };
    }
}
