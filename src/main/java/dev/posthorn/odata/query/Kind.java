package dev.posthorn.odata.query;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EnumType;
import dev.posthorn.odata.edm.TypeRef;

/// What sort of value something is, as far as comparing it goes.
enum Kind {
    TEXT("text"), NUMBER("a number"), TRUTH("true or false"), GUID("a GUID"), DATE("a date"), MOMENT("a date with time"), CLOCK("a time of day"),
    PERIOD("a duration"), BYTES("bytes"), CHOICE("one of several names"), PLACE("a place on a map"), STREAM("a stream"), OBJECT("an object"), LIST("a list"),
    NOTHING("null"), ANY("anything");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Null, or a type of another document, may be anything.
    static Kind of(TypeRef type, Edm edm) {
        if (type == null) {
            return ANY;
        }
        if (type.many()) {
            return LIST;
        }
        return switch (edm.primitive(type.name())) {
            case "Edm.String" -> TEXT;
            case "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double", "Edm.Single" -> NUMBER;
            case "Edm.Boolean" -> TRUTH;
            case "Edm.Guid" -> GUID;
            case "Edm.Date" -> DATE;
            case "Edm.DateTime", "Edm.DateTimeOffset" -> MOMENT;
            case "Edm.TimeOfDay" -> CLOCK;
            case "Edm.Time", "Edm.Duration" -> PERIOD;
            case "Edm.Binary" -> BYTES;
            case "Edm.Stream" -> STREAM;
            case "null" -> NOTHING;
            default -> {
                if (type.name().startsWith("Edm.Geo")) {
                    yield PLACE;
                }
                var named = edm.type(type.name());
                yield named == null ? ANY : named instanceof EnumType ? CHOICE : OBJECT;
            }
        };
    }
}
