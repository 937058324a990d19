package dev.posthorn.demo.odata;

import java.util.ArrayList;
import java.util.List;

/// Takes a list apart whose items may hold brackets and quoted texts.
final class Splitting {

    private Splitting() {}

    /// The items without the space around them, empty ones left out.
    static List<String> at(char separator, String text) throws ODataError {
        var items = new ArrayList<String>();
        var depth = 0;
        var quoted = false;
        var begin = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == separator && depth == 0) {
                    add(items, text.substring(begin, i));
                    begin = i + 1;
                }
            }
        }
        if (quoted || depth != 0) {
            throw ODataError.query("Brackets or quotes are not closed in '" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "'.");
        }
        add(items, text.substring(begin));
        return items;
    }

    private static void add(List<String> items, String item) {
        if (!item.isBlank()) {
            items.add(item.strip());
        }
    }
}
