package dev.posthorn.odata.query;

/// One thing to sort by.
///
/// @param expression a property, a path or a function; text of `$orderby`
public record Order(String expression, boolean descending) {

    static Order read(String text) {
        var lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith(" desc")) {
            return new Order(text.substring(0, text.length() - 5).strip(), true);
        }
        return new Order(lower.endsWith(" asc") ? text.substring(0, text.length() - 4).strip() : text, false);
    }

    @Override
    public String toString() {
        return expression + (descending ? " desc" : "");
    }
}
