package dev.posthorn.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A further parameter that the user adds to a request of the login, and where it goes: URL, body or header.
///
/// In a file it is a row `{key, value, enabled, send_as}` of Postman's `authRequestParams`, `tokenRequestParams` or `refreshRequestParams`;
/// `send_as` is one of `request_url`, `request_body`, `request_header`.
public record Extra(String key, String value, Place place) {

    public enum Place { URL, BODY, HEADER }

    /// The rows that are switched on. A row without `enabled` is; one without a key, or of no known form, is passed over.
    ///
    /// @param unsaid where a row without `send_as` goes
    static List<Extra> rows(Object value, Place unsaid) {
        var rows = new ArrayList<Extra>();
        if (value instanceof List<?> list) {
            for (var element : list) {
                if (element instanceof Map<?, ?> row && on(row) && !word(row, "key").isBlank()) {
                    rows.add(new Extra(word(row, "key").strip(), word(row, "value"), place(word(row, "send_as"), unsaid)));
                }
            }
        }
        return List.copyOf(rows);
    }

    private static boolean on(Map<?, ?> row) {
        return !word(row, "enabled").equals("false") && !word(row, "disabled").equals("true");
    }

    private static String word(Map<?, ?> row, String key) {
        var value = row.get(key);
        return value == null ? "" : value.toString();
    }

    private static Place place(String name, Place unsaid) {
        return switch (name) {
            case "request_url" -> Place.URL;
            case "request_body" -> Place.BODY;
            case "request_header" -> Place.HEADER;
            default -> unsaid;
        };
    }

    @Override
    public String toString() {
        return "Extra[" + key + " in " + place + "]";
    }
}
