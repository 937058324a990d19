package dev.posthorn.odata.query;

import dev.posthorn.odata.Version;
import java.util.List;

/// A function that OData itself has in filters, `ALL` of them (OData 2 §4.5, OData 3 §9, OData 4.01 part 2 §5.1.1.4 to 5.1.1.13).
///
/// @param versions  the versions that have it, such as `23` or `4`
/// @param takes     what each argument may be: `s` text, `n` number, `m` date with time, `d` date, `t` time, `p` duration, `g` place, `l` list,
///                  `T` a type's name, `*` anything; several in one word are alternatives
/// @param least     how many arguments it has at least
/// @param returns   the type of what it gives; "" for that of its first argument
/// @param says      what it does
public record Function(String name, String versions, List<String> takes, int least, String returns, String says) {

    public static final List<Function> ALL = List.of(
            f("contains", "4", "s s", "Edm.Boolean", "the first text contains the second"),
            f("substringof", "23", "s s", "Edm.Boolean", "the second text contains the first"),
            f("startswith", "234", "s s", "Edm.Boolean", "the first text begins with the second"),
            f("endswith", "234", "s s", "Edm.Boolean", "the first text ends with the second"),
            f("length", "234", "s", "Edm.Int32", "how many letters"),
            f("indexof", "234", "s s", "Edm.Int32", "where the second text begins in the first, from 0"),
            f("substring", "234", "s n n?", "Edm.String", "the text from there on"),
            f("tolower", "234", "s", "Edm.String", "in small letters"),
            f("toupper", "234", "s", "Edm.String", "in capital letters"),
            f("trim", "234", "s", "Edm.String", "without spaces around it"),
            f("concat", "234", "sl sl", "", "both, one after the other"),
            f("replace", "23", "s s s", "Edm.String", "the first text with the second replaced by the third"),
            f("matchesPattern", "4", "s s", "Edm.Boolean", "the text fits the regular expression"),
            f("year", "234", "md", "Edm.Int32", "the year"),
            f("month", "234", "md", "Edm.Int32", "the month, from 1"),
            f("day", "234", "md", "Edm.Int32", "the day of the month"),
            f("hour", "234", "mtp", "Edm.Int32", "the hour"),
            f("minute", "234", "mtp", "Edm.Int32", "the minute"),
            f("second", "234", "mtp", "Edm.Int32", "the second"),
            f("fractionalseconds", "4", "mt", "Edm.Decimal", "the part of a second"),
            f("totaloffsetminutes", "4", "m", "Edm.Int32", "minutes from UTC"),
            f("totalseconds", "4", "p", "Edm.Decimal", "the length in seconds"),
            f("date", "4", "m", "Edm.Date", "the day of a moment"),
            f("time", "4", "m", "Edm.TimeOfDay", "the time of a moment"),
            f("now", "4", "", "Edm.DateTimeOffset", "this moment"),
            f("mindatetime", "4", "", "Edm.DateTimeOffset", "the earliest moment"),
            f("maxdatetime", "4", "", "Edm.DateTimeOffset", "the last moment"),
            f("round", "234", "n", "", "the nearest whole number"),
            f("floor", "234", "n", "", "the next whole number below"),
            f("ceiling", "234", "n", "", "the next whole number above"),
            f("hassubset", "4", "l l", "Edm.Boolean", "the first list has all of the second"),
            f("hassubsequence", "4", "l l", "Edm.Boolean", "the first list has all of the second, in that order"),
            f("geo.distance", "34", "g g", "Edm.Double", "how far apart they are"),
            f("geo.length", "34", "g", "Edm.Double", "the length of a line"),
            f("geo.intersects", "34", "g g", "Edm.Boolean", "the point lies in the area"),
            f("isof", "234", "*T T?", "Edm.Boolean", "it is of that type"),
            f("cast", "234", "*T T?", "?", "as a value of that type"));

    private static Function f(String name, String versions, String takes, String returns, String says) {
        var words = takes.isEmpty() ? List.<String>of() : List.of(takes.split(" "));
        var least = (int) words.stream().filter(w -> !w.endsWith("?")).count();
        return new Function(name, versions, words.stream().map(w -> w.replace("?", "")).toList(), least, returns, says);
    }

    public boolean in(Version version) {
        return versions.indexOf(version.number().charAt(0)) >= 0;
    }

    public static Function of(String name) {
        return ALL.stream().filter(f -> f.name.equals(name)).findFirst().orElse(null);
    }

    public static List<String> names(Version version) {
        return ALL.stream().filter(f -> f.in(version)).map(Function::name).toList();
    }

    /// Whether a value of the kind may be its argument number `index`.
    boolean allows(int index, Kind kind) {
        var codes = takes.get(index);
        return codes.contains("*") || codes.contains("T") || switch (kind) {
            case ANY, NOTHING -> true;
            case TEXT -> codes.contains("s");
            case NUMBER -> codes.contains("n");
            case MOMENT -> codes.contains("m");
            case DATE -> codes.contains("d");
            case CLOCK -> codes.contains("t");
            case PERIOD -> codes.contains("p");
            case PLACE -> codes.contains("g");
            case LIST -> codes.contains("l");
            case TRUTH, GUID, BYTES, CHOICE, STREAM, OBJECT -> false;
        };
    }

    String wants(int index) {
        return switch (takes.get(index).charAt(0)) {
            case 's' -> "text";
            case 'n' -> "a number";
            case 'm' -> "a date";
            case 'p' -> "a duration";
            case 'g' -> "a place";
            case 'l' -> "a list";
            default -> "a value";
        };
    }
}
