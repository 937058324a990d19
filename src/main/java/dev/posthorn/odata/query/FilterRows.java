package dev.posthorn.odata.query;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;

/// A filter as rows that a form can show: property, operator, values, and groups of them.
///
/// 1. Values are as people type them, without quotes and prefixes.
/// 2. A filter that is more than this, such as one that calculates, has no rows and is edited as text.
public final class FilterRows {

    /// What a row asks. Each knows how many values it wants: 0, 1, or -1 for any number.
    public enum Operator {
        EQUAL("is", 1), DIFFERENT("is not", 1), ABOVE("greater than", 1), AT_LEAST("at least", 1), BELOW("less than", 1), AT_MOST("at most", 1),
        CONTAINS("contains", 1), CONTAINS_NOT("does not contain", 1), BEGINS("begins with", 1), ENDS("ends with", 1),
        ONE_OF("is one of", -1), HAS("has", 1), EMPTY("is empty", 0), FILLED("is not empty", 0), YES("is true", 0), NO("is false", 0);

        private final String words;
        private final int wants;

        Operator(String words, int wants) {
            this.words = words;
            this.wants = wants;
        }

        public String words() {
            return words;
        }

        public int wants() {
            return wants;
        }
    }

    public sealed interface Node {}

    /// @param path a property, or a path to one
    public record Row(String path, Operator operator, List<String> values) implements Node {
        public Row {
            values = List.copyOf(values);
        }
    }

    /// @param and whether all must hold, or any one
    /// @param not whether the opposite is wanted
    public record Group(boolean and, boolean not, List<Node> nodes) implements Node {
        public Group {
            nodes = List.copyOf(nodes);
        }
    }

    private final Edm edm;
    private final Version version;
    private final StructuredType type;

    /// @param type what is filtered; null where it is not known
    public FilterRows(Edm edm, Version version, StructuredType type) {
        this.edm = edm;
        this.version = version;
        this.type = type;
    }

    /// The operators that make sense for a property.
    public List<Operator> operators(String path) {
        var kind = Kind.of(typeOf(path), edm);
        return switch (kind) {
            case TEXT -> List.of(Operator.EQUAL, Operator.DIFFERENT, Operator.CONTAINS, Operator.CONTAINS_NOT, Operator.BEGINS, Operator.ENDS, Operator.ONE_OF, Operator.EMPTY, Operator.FILLED);
            case TRUTH -> List.of(Operator.YES, Operator.NO, Operator.EMPTY, Operator.FILLED);
            case CHOICE -> List.of(Operator.EQUAL, Operator.DIFFERENT, Operator.HAS, Operator.ONE_OF, Operator.EMPTY, Operator.FILLED);
            case GUID, BYTES -> List.of(Operator.EQUAL, Operator.DIFFERENT, Operator.ONE_OF, Operator.EMPTY, Operator.FILLED);
            case NUMBER, DATE, MOMENT, CLOCK, PERIOD -> List.of(Operator.EQUAL, Operator.DIFFERENT, Operator.ABOVE, Operator.AT_LEAST, Operator.BELOW, Operator.AT_MOST, Operator.ONE_OF,
                    Operator.EMPTY, Operator.FILLED);
            case PLACE, STREAM, OBJECT, LIST, NOTHING -> List.of(Operator.EMPTY, Operator.FILLED);
            case ANY -> List.of(Operator.values());
        };
    }

    private TypeRef typeOf(String path) {
        if (type == null) {
            return null;
        }
        var steps = new PathTypes(edm, new ArrayList<>());
        var at = new TypeRef(type.name(), false);
        for (var step : path.split("/")) {
            at = at == null ? null : steps.after(at, new Expr.Step(0, 0, step, null, null));
        }
        return at;
    }

    /// The rows of a filter; null where it is too much for them.
    public static Group of(Expr filter) {
        var node = FilterRowsReading.node(filter);
        return node == null ? null : node instanceof Group group && !group.not() ? group : new Group(true, false, List.of(node));
    }

    /// The filter that the rows mean; "" where there are none.
    ///
    /// @throws ODataProblem where a value is none of its property's type; the sentence names the property
    public String text(Group group) throws ODataProblem {
        var parts = new ArrayList<String>();
        for (var node : group.nodes()) {
            switch (node) {
                case Row row -> parts.add(row(row));
                case Group inner -> {
                    var text = text(inner);
                    if (!text.isEmpty()) {
                        parts.add(inner.nodes().size() > 1 && !inner.not() && group.nodes().size() > 1 ? "(" + text + ")" : text);
                    }
                }
            }
        }
        var joined = String.join(group.and() ? " and " : " or ", parts);
        return group.not() && !joined.isEmpty() ? "not (" + joined + ")" : joined;
    }

    /// What is wrong with a row, as a sentence; "" for nothing.
    public String fault(Row row) {
        try {
            row(row);
            return "";
        } catch (ODataProblem e) {
            return e.getMessage() + ".";
        }
    }

    private String row(Row row) throws ODataProblem {
        var path = row.path();
        return switch (row.operator()) {
            case EQUAL -> path + " eq " + literal(row, 0);
            case DIFFERENT -> path + " ne " + literal(row, 0);
            case ABOVE -> path + " gt " + literal(row, 0);
            case AT_LEAST -> path + " ge " + literal(row, 0);
            case BELOW -> path + " lt " + literal(row, 0);
            case AT_MOST -> path + " le " + literal(row, 0);
            case HAS -> path + " has " + literal(row, 0);
            case EMPTY -> path + " eq null";
            case FILLED -> path + " ne null";
            case YES -> path + " eq true";
            case NO -> path + " eq false";
            case CONTAINS -> contains(row);
            case CONTAINS_NOT -> "not " + contains(row);
            case BEGINS -> "startswith(" + path + "," + literal(row, 0) + ")";
            case ENDS -> "endswith(" + path + "," + literal(row, 0) + ")";
            case ONE_OF -> oneOf(row);
        };
    }

    private String contains(Row row) throws ODataProblem {
        return version.old() ? "substringof(" + literal(row, 0) + "," + row.path() + ")" : "contains(" + row.path() + "," + literal(row, 0) + ")";
    }

    private String oneOf(Row row) throws ODataProblem {
        var literals = new ArrayList<String>();
        for (var i = 0; i < row.values().size(); i++) {
            literals.add(literal(row, i));
        }
        if (literals.isEmpty()) {
            throw new ODataProblem("`" + row.path() + "`: a value is missing");
        }
        if (!version.old()) {
            return row.path() + " in (" + String.join(",", literals) + ")";
        }
        var each = String.join(" or ", literals.stream().map(l -> row.path() + " eq " + l).toList());
        return literals.size() == 1 ? each : "(" + each + ")";
    }

    private String literal(Row row, int index) throws ODataProblem {
        if (index >= row.values().size()) {
            throw new ODataProblem("`" + row.path() + "`: a value is missing");
        }
        var value = row.values().get(index);
        var known = typeOf(row.path());
        try {
            return Literals.of(known == null ? guessed(value) : known.name(), value, version, edm);
        } catch (ODataProblem e) {
            throw new ODataProblem("`" + row.path() + "`: " + e.getMessage());
        }
    }

    /// Where nothing is known of the property: what looks like a number or a truth value is one.
    private static String guessed(String value) {
        return value.matches("-?[0-9]{1,9}") ? "Edm.Int32" : value.equals("true") || value.equals("false") ? "Edm.Boolean" : "Edm.String";
    }
}
