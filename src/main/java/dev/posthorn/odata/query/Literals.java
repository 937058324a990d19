package dev.posthorn.odata.query;

import dev.posthorn.odata.Nearest;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EnumType;
import dev.posthorn.odata.edm.TypeDefinition;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// Values as they stand in URLs, and as people read them: `'O''Neil'` is O'Neil, `guid'…'` of v2 is `…` of v4 (OData 2 §2.2.2, OData 4 ABNF).
public final class Literals {

    private Literals() {}

    /// The type that a literal `prefix'…'` has: that of a known prefix, else an enumeration of that name.
    static String typeOf(String prefix, Version version) {
        return switch (prefix) {
            case "datetime" -> "Edm.DateTime";
            case "datetimeoffset" -> "Edm.DateTimeOffset";
            case "time" -> "Edm.Time";
            case "guid" -> "Edm.Guid";
            case "duration" -> "Edm.Duration";
            case "X", "binary" -> "Edm.Binary";
            case "geography" -> "Edm.Geography";
            case "geometry" -> "Edm.Geometry";
            default -> prefix;
        };
    }

    /// The value as a literal of a URL.
    ///
    /// @param type  with namespace, such as `Edm.Guid`, or an enumeration of the service
    /// @param value as people write it; a text with `{{variables}}` is not checked
    /// @throws ODataProblem where it is no such value, with an example of one
    public static String of(String type, String value, Version version, Edm edm) throws ODataProblem {
        var named = edm.type(type);
        if (named instanceof EnumType choice) {
            return choice.name() + "'" + members(choice, value) + "'";
        }
        var real = named instanceof TypeDefinition definition ? definition.underlying() : type;
        var plain = value.contains("{{") ? value : Values.normal(real, value);
        return switch (real) {
            case "Edm.Guid" -> version.old() ? "guid'" + plain + "'" : plain;
            case "Edm.Int64" -> version.old() ? plain + "L" : plain;
            case "Edm.Decimal" -> version.old() ? plain + "M" : plain;
            case "Edm.Double" -> version.old() && finite(plain) ? plain + "d" : plain;
            case "Edm.Single" -> version.old() && finite(plain) ? plain + "f" : plain;
            case "Edm.Boolean", "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Date", "Edm.TimeOfDay" -> plain;
            case "Edm.DateTime" -> "datetime'" + plain + "'";
            case "Edm.DateTimeOffset" -> version.old() ? "datetimeoffset'" + plain + "'" : plain;
            case "Edm.Time" -> "time'" + plain + "'";
            case "Edm.Duration" -> "duration'" + plain + "'";
            case "Edm.Binary" -> binary(plain, version);
            default -> real.startsWith("Edm.Geography") ? "geography'" + srid(value) + "'"
                    : real.startsWith("Edm.Geometry") ? "geometry'" + srid(value) + "'" : quoted(value);
        };
    }

    private static boolean finite(String number) {
        return !number.endsWith("INF") && !number.equals("NaN") && !number.contains("{{");
    }

    private static String srid(String place) {
        return place.regionMatches(true, 0, "SRID=", 0, 5) ? place : "SRID=4326;" + place;
    }

    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String binary(String base64, Version version) {
        if (base64.contains("{{")) {
            return version.old() ? "binary'" + base64 + "'" : "binary'" + base64 + "'";
        }
        var bytes = Base64.getDecoder().decode(base64);
        return version.old() ? "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'" : "binary'" + Base64.getUrlEncoder().encodeToString(bytes) + "'";
    }

    private static String members(EnumType choice, String value) throws ODataProblem {
        if (value.contains("{{")) {
            return value;
        }
        var members = new ArrayList<String>();
        for (var part : value.split(",")) {
            var name = part.strip();
            var number = choice.members().stream().filter(m -> m.value().equals(name)).findFirst().orElse(null);
            if (!choice.names().contains(name) && number == null) {
                throw new ODataProblem("`" + name + "` is none of the choices " + String.join(", ", choice.names().stream().limit(12).toList())
                        + Nearest.hint(name, choice.names()));
            }
            members.add(number == null ? name : number.name());
        }
        return String.join(",", members);
    }

    /// What a literal says, as people write it: the way back from `of`. Null for `null`.
    public static String said(String literal) {
        if (literal.equals("null")) {
            return null;
        }
        var quote = literal.indexOf('\'');
        if (quote < 0 || !literal.endsWith("'") || literal.length() < quote + 2) {
            return literal.matches("[+-]?[0-9.]{1,400}(?:[eE][+-]?[0-9]{1,5})?[LlMmDdFf]") ? literal.substring(0, literal.length() - 1) : literal;
        }
        var inner = literal.substring(quote + 1, literal.length() - 1).replace("''", "'");
        return switch (literal.substring(0, quote).toLowerCase(Locale.ROOT)) {
            case "x" -> hex(inner);
            case "binary" -> inner.matches("(?:[0-9A-Fa-f]{2})*") ? hex(inner) : inner.replace('-', '+').replace('_', '/');
            default -> inner;
        };
    }

    private static String hex(String digits) {
        try {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            return digits;
        }
    }
}
