package dev.posthorn.odata.query;

import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says what may come next in the text of a query option, from the metadata: the likeliest first, at most 200.
///
/// A text that is not finished, or wrong further on, is no hindrance: only what stands before the caret counts.
public final class Completion {

    private static final int MOST = 200;

    private final Edm edm;
    private final Version version;
    private final StructuredType type;

    /// @param type what the option is about; null where it is not known
    public Completion(Edm edm, Version version, StructuredType type) {
        this.edm = edm;
        this.version = version;
        this.type = type;
    }

    /// @param option `$filter`, `$orderby`, `$select` or `$expand`; others have nothing to offer but their few values
    /// @param caret  in the text, from 0 to its length
    public List<Suggestion> at(String option, String text, int caret) {
        var found = switch (option) {
            case "$filter" -> new FilterCompletion(edm, version, type).at(text, caret, false);
            case "$orderby" -> order(text, caret);
            case "$select" -> select(text, caret);
            case "$expand" -> expand(text, caret, type, 0);
            case "$count" -> values(text, "true", "false");
            case "$inlinecount" -> values(text, "allpages", "none");
            case "$format" -> version == Version.V4 ? values(text, "json", "xml") : values(text, "json", "atom");
            default -> List.<Suggestion>of();
        };
        return found.stream().limit(MOST).toList();
    }

    private static List<Suggestion> values(String text, String... values) {
        return List.of(values).stream().map(v -> new Suggestion(v, v, 0, text.length(), v.length(), Suggestion.Sort.VALUE, "")).toList();
    }

    /// Where the piece around the caret begins.
    private static int begin(String text, int caret) {
        var begin = 0;
        for (var piece : Pieces.of(text.substring(0, caret), ',')) {
            begin = piece.start();
        }
        return Math.clamp(begin, 0, caret);
    }

    private List<Suggestion> order(String text, int caret) {
        var begin = begin(text, caret);
        var piece = text.substring(begin, caret);
        if (piece.strip().indexOf(' ') < 0 && piece.endsWith(" ") && !piece.isBlank() || piece.matches("\\S{1,400} +[ades]{0,4}")) {
            var word = begin + piece.lastIndexOf(' ') + 1;
            return matching(List.of(new Suggestion("asc", "asc", word, caret, 3, Suggestion.Sort.OPERATOR, "the smallest first"),
                    new Suggestion("desc", "desc", word, caret, 4, Suggestion.Sort.OPERATOR, "the largest first")), text.substring(word, caret));
        }
        return new FilterCompletion(edm, version, type).at(piece, caret - begin, true).stream().map(s -> moved(s, begin)).toList();
    }

    private static Suggestion moved(Suggestion s, int by) {
        return new Suggestion(s.label(), s.insert(), s.from() + by, s.to() + by, s.caret(), s.sort(), s.detail());
    }

    private List<Suggestion> select(String text, int caret) {
        var begin = begin(text, caret);
        var path = text.substring(begin, caret);
        var slash = path.lastIndexOf('/');
        var at = slash < 0 ? type : walk(type, path.substring(0, slash), false);
        var from = begin + slash + 1;
        var word = path.substring(slash + 1);
        var taken = Pieces.of(text, ',').stream().map(Pieces.Piece::text).toList();
        var all = new ArrayList<Suggestion>();
        if (at != null) {
            for (var property : edm.properties(at)) {
                if (!taken.contains(path.substring(0, slash + 1) + property.name()) || property.name().equals(word)) {
                    all.add(new Suggestion(property.name(), property.name(), from, caret, property.name().length(), Suggestion.Sort.PROPERTY, Offers.detail(property)));
                }
            }
            for (var way : edm.navigations(at)) {
                all.add(new Suggestion(way.name(), way.name(), from, caret, way.name().length(), Suggestion.Sort.NAVIGATION, way.type().toString()));
            }
        }
        if (slash < 0) {
            all.add(new Suggestion("*", "*", from, caret, 1, Suggestion.Sort.PROPERTY, "all properties"));
        }
        return matching(all, word);
    }

    /// The type behind a path of properties and navigations, null where it leads nowhere.
    private StructuredType walk(StructuredType start, String path, boolean ways) {
        var at = start;
        for (var step : path.split("/")) {
            if (at == null) {
                return null;
            }
            if (step.indexOf('.') > 0) {
                at = edm.structured(step);
                continue;
            }
            var way = edm.navigation(at, step);
            var property = ways ? null : edm.property(at, step);
            at = way != null ? edm.structured(way.target()) : property != null ? edm.structured(property.type().name()) : null;
        }
        return at;
    }

    private List<Suggestion> expand(String text, int caret, StructuredType at, int depth) {
        var begin = begin(text, caret);
        var piece = text.substring(begin, caret);
        var open = piece.indexOf('(');
        if (open >= 0 && depth < Options.DEEPEST) {
            var inner = walk(at, piece.substring(0, open).strip(), false);
            var from = begin + open + 1;
            return nested(text.substring(from), caret - from, inner, depth).stream().map(s -> moved(s, from)).toList();
        }
        var slash = piece.lastIndexOf('/');
        var here = slash < 0 ? at : walk(at, piece.substring(0, slash), false);
        var from = begin + slash + 1;
        var all = new ArrayList<Suggestion>();
        if (here != null) {
            for (var way : edm.navigations(here)) {
                all.add(new Suggestion(way.name(), way.name(), from, caret, way.name().length(), Suggestion.Sort.NAVIGATION, way.type().toString()));
            }
            for (var property : edm.properties(here)) {
                if (edm.structured(property.type().name()) != null && !property.type().many()) {
                    all.add(new Suggestion(property.name(), property.name() + "/", from, caret, property.name().length() + 1, Suggestion.Sort.PROPERTY, property.type().toString()));
                }
            }
        }
        return matching(all, piece.substring(slash + 1));
    }

    /// Within the brackets of an expand of v4.
    private List<Suggestion> nested(String text, int caret, StructuredType inner, int depth) {
        var begin = 0;
        for (var piece : Pieces.of(text.substring(0, caret), ';')) {
            begin = Math.min(piece.start(), caret);
        }
        var piece = text.substring(begin, caret);
        var equals = piece.indexOf('=');
        if (equals < 0) {
            var all = new ArrayList<Suggestion>();
            for (var name : List.of("$select", "$filter", "$expand", "$orderby", "$top", "$skip", "$count", "$search", "$levels")) {
                all.add(new Suggestion(name, name + "=", begin, caret, name.length() + 1, Suggestion.Sort.OPTION, ""));
            }
            return version.old() ? List.of() : matching(all, piece);
        }
        var from = begin + equals + 1;
        var value = text.substring(from, caret);
        var name = piece.substring(0, equals).strip();
        var found = name.equals("$expand") ? expand(value, value.length(), inner, depth + 1) : new Completion(edm, version, inner).at(name, value, value.length());
        return found.stream().map(s -> moved(s, from)).toList();
    }

    /// Those that fit what is typed already: first what begins with it, then what has it in it.
    static List<Suggestion> matching(List<Suggestion> all, String typed) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return all;
        }
        var begins = new ArrayList<Suggestion>();
        var has = new ArrayList<Suggestion>();
        for (var suggestion : all) {
            var label = suggestion.label().toLowerCase(Locale.ROOT);
            if (label.startsWith(word)) {
                begins.add(suggestion);
            } else if (label.contains(word)) {
                has.add(suggestion);
            }
        }
        begins.addAll(has);
        return begins;
    }

    /// For the type of one entity, where a list of them is asked for.
    public static Completion of(Query query, Edm edm, Version version) {
        return new Completion(edm, version, Destination.of(query, edm).structured(edm));
    }

    static TypeRef one(StructuredType type) {
        return type == null ? null : new TypeRef(type.name(), false);
    }
}
