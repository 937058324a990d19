package dev.posthorn.odata.query;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.Property;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;

/// The things that can be offered in an expression: members of a type, operators for a sort of value, values of a type.
final class Offers {

    private final Edm edm;
    private final Version version;
    private final int from;
    private final int to;
    private final List<Suggestion> all = new ArrayList<>();

    /// @param from where the word begins that is being typed
    Offers(Edm edm, Version version, int from, int to) {
        this.edm = edm;
        this.version = version;
        this.from = from;
        this.to = to;
    }

    List<Suggestion> fitting(String typed) {
        return Completion.matching(all, typed);
    }

    void add(String label, String insert, Suggestion.Sort sort, String detail) {
        all.add(new Suggestion(label, insert, from, to, insert.length(), sort, detail));
    }

    /// With the caret before the last `back` chars.
    private void add(String label, String insert, int back, Suggestion.Sort sort, String detail) {
        all.add(new Suggestion(label, insert, from, to, insert.length() - back, sort, detail));
    }

    static String detail(Property property) {
        var words = property.words().all();
        return property.type().toString() + (words.isEmpty() ? "" : " · " + words.lines().findFirst().orElse(""));
    }

    /// Properties first, then ways to others.
    void members(StructuredType type) {
        for (var property : edm.properties(type)) {
            if (!property.stream()) {
                add(property.name(), property.name(), Suggestion.Sort.PROPERTY, detail(property));
            }
        }
        for (var way : edm.navigations(type)) {
            add(way.name(), way.name(), Suggestion.Sort.NAVIGATION, way.type().toString());
        }
    }

    void derived(StructuredType type) {
        edm.derived(type).forEach(t -> add(t.name(), t.name() + "/", Suggestion.Sort.TYPE, "only those of this type"));
    }

    void ofList() {
        add("any", "any(x:x/)", 1, Suggestion.Sort.FUNCTION, "one of them fits");
        add("all", "all(x:x/)", 1, Suggestion.Sort.FUNCTION, "each of them fits");
        if (version == Version.V4) {
            add("$count", "$count", Suggestion.Sort.PROPERTY, "how many");
        }
    }

    void functions() {
        for (var function : Function.ALL) {
            if (function.in(version)) {
                add(function.name(), function.name() + "()", function.takes().isEmpty() ? 0 : 1, Suggestion.Sort.FUNCTION, function.says());
            }
        }
    }

    /// What may follow a value of the kind; `whole` where a comparison has been made already.
    void operators(Kind kind, boolean compared, boolean inBrackets) {
        if (compared || kind == Kind.TRUTH) {
            word("and", "both hold");
            word("or", "one of them holds");
        }
        if (!compared && kind != Kind.LIST) {
            word("eq", "equal");
            word("ne", "not equal");
            if (kind != Kind.TRUTH && kind != Kind.CHOICE && kind != Kind.GUID && kind != Kind.OBJECT) {
                word("gt", "greater than");
                word("ge", "greater or equal");
                word("lt", "less than");
                word("le", "less or equal");
            }
            if (version == Version.V4) {
                add("in", "in ()", 1, Suggestion.Sort.OPERATOR, "one of a list");
            }
            if (kind == Kind.CHOICE && version == Version.V4) {
                word("has", "this flag is set");
            }
            if (kind == Kind.NUMBER || kind == Kind.ANY) {
                for (var sign : List.of("add", "sub", "mul", "div", "mod")) {
                    word(sign, "calculates");
                }
            }
        }
        if (inBrackets) {
            add(")", ")", Suggestion.Sort.OPERATOR, "closes the bracket");
        }
    }

    void word(String word, String detail) {
        add(word, word + " ", Suggestion.Sort.OPERATOR, detail);
    }

    /// Values that what stands on the other side may be compared with.
    void values(TypeRef type) {
        var kind = Kind.of(type, edm);
        if (kind == Kind.CHOICE) {
            var choice = edm.choice(type.name());
            choice.members().forEach(m -> add(m.name(), choice.name() + "'" + m.name() + "'", Suggestion.Sort.CHOICE, m.words().all().isEmpty() ? m.value() : m.words().all()));
        } else if (kind == Kind.TRUTH) {
            add("true", "true", Suggestion.Sort.VALUE, "");
            add("false", "false", Suggestion.Sort.VALUE, "");
        } else if (kind == Kind.TEXT) {
            add("'…'", "''", 1, Suggestion.Sort.VALUE, "text in quotes");
        } else if (kind != Kind.ANY && kind != Kind.OBJECT && kind != Kind.LIST && kind != Kind.STREAM && kind != Kind.NOTHING) {
            template(type, kind);
        }
        if (kind != Kind.LIST) {
            add("null", "null", Suggestion.Sort.VALUE, "no value");
        }
    }

    private void template(TypeRef type, Kind kind) {
        try {
            var literal = Literals.of(type.name(), Values.example(edm.primitive(type.name())), version, edm);
            add(literal, literal, Suggestion.Sort.VALUE, kind.words());
        } catch (ODataProblem e) {
            // Only a type that has no example: there is nothing to offer then.
            return;
        }
    }
}
