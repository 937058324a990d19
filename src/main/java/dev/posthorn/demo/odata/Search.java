package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// `$search`: words and quoted phrases with AND, OR and NOT, looked for in all texts of a row (OData 4.0 part 2 §5.1.6).
final class Search {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private Search() {}

    static Predicate<Map<String, Object>> of(EntityType type, String text) throws ODataError {
        Predicate<Map<String, Object>> any = null;
        Predicate<Map<String, Object>> all = null;
        var not = false;
        var words = WORD.matcher(text);
        while (words.find()) {
            var plain = words.group(2);
            if ("OR".equals(plain)) {
                if (all == null || not) {
                    throw ODataError.query("'OR' has nothing before it in $search.");
                }
                any = any == null ? all : any.or(all);
                all = null;
            } else if ("NOT".equals(plain)) {
                not = true;
            } else if (!"AND".equals(plain)) {
                var wanted = (plain == null ? words.group(1) : plain).toLowerCase(Locale.ROOT);
                Predicate<Map<String, Object>> one = row -> has(type, row, wanted);
                one = not ? one.negate() : one;
                not = false;
                all = all == null ? one : all.and(one);
            }
        }
        if (all == null || not) {
            throw ODataError.query("$search ends without a word.");
        }
        return any == null ? all : any.or(all);
    }

    private static boolean has(EntityType type, Map<String, Object> row, String wanted) {
        return type.properties().stream().filter(p -> p.kind() == Kind.STRING)
                .anyMatch(p -> row.get(p.name()) instanceof String text && text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
