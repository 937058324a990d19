package dev.posthorn.store;

import dev.posthorn.model.Auth;
import dev.posthorn.model.SecretPlaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An authorization's values in two: what may stand in a file that is shared, and the secrets, by the place that they came from.
///
/// @param open    the values with an empty text where a secret stood
/// @param secrets by place: `clientSecret`, or `tokenRequestParams/2` for the value of the third row of a table
record HiddenValues(Auth open, Map<String, String> secrets) {

    static HiddenValues of(Auth auth) {
        var secrets = new LinkedHashMap<String, String>();
        var open = new LinkedHashMap<>(auth.values());
        open.replaceAll((key, value) -> switch (value) {
            case String text when SecretPlaces.literal(text) && SecretMask.secret(auth.type(), key) -> {
                secrets.put(key, text);
                yield "";
            }
            case List<?> rows -> rows(key, rows, secrets);
            case null, default -> value;
        });
        return new HiddenValues(new Auth(auth.type(), open), secrets);
    }

    private static List<Object> rows(String key, List<?> rows, Map<String, String> secrets) {
        var out = new ArrayList<Object>();
        for (var row : rows) {
            if (row instanceof Map<?, ?> map && map.get("key") instanceof String name && SecretPlaces.name(name) && SecretPlaces.literal(map.get("value"))) {
                secrets.put(key + "/" + out.size(), (String) map.get("value"));
                out.add(with(map, ""));
            } else {
                out.add(row);
            }
        }
        return out;
    }

    private static Map<Object, Object> with(Map<?, ?> row, String value) {
        var changed = new LinkedHashMap<Object, Object>(row);
        changed.put("value", value);
        return changed;
    }

    /// The values with a secret put back into its place.
    static Auth filled(Auth open, String place, String secret) {
        if (place.indexOf('/') < 0) {
            return open.with(place, secret);
        }
        var row = row(open, place);
        if (row == null) {
            return open;
        }
        var key = place.substring(0, place.indexOf('/'));
        var changed = new ArrayList<Object>((List<?>) open.values().get(key));
        changed.set(number(place), with(row, secret));
        return open.with(key, changed);
    }

    /// Whether the place is there and has nothing in it.
    static boolean vacant(Auth open, String place) {
        var row = place.indexOf('/') < 0 ? null : row(open, place);
        return place.indexOf('/') < 0 ? "".equals(open.values().get(place)) : row != null && "".equals(row.get("value"));
    }

    /// The row of a table that a place is in; null where there is none.
    private static Map<?, ?> row(Auth auth, String place) {
        return auth.values().get(place.substring(0, place.indexOf('/'))) instanceof List<?> rows && number(place) < rows.size() && rows.get(number(place)) instanceof Map<?, ?> row
                ? row : null;
    }

    private static int number(String place) {
        var digits = place.substring(place.indexOf('/') + 1);
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
}
