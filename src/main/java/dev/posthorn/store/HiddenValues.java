package dev.posthorn.store;

import dev.posthorn.auth.Secrecy;
import dev.posthorn.model.Auth;
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
            case String text when Secrecy.literal(text) && Secrecy.attribute(auth.type(), key) -> {
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
            if (row instanceof Map<?, ?> map && map.get("key") instanceof String name && Secrecy.name(name) && Secrecy.literal(map.get("value"))) {
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
        var slash = place.indexOf('/');
        if (slash < 0) {
            return open.with(place, secret);
        }
        var key = place.substring(0, slash);
        var at = place.substring(slash + 1);
        if (open.values().get(key) instanceof List<?> rows && at.matches("\\d{1,4}") && Integer.parseInt(at) < rows.size() && rows.get(Integer.parseInt(at)) instanceof Map<?, ?> row) {
            var changed = new ArrayList<Object>(rows);
            changed.set(Integer.parseInt(at), with(row, secret));
            return open.with(key, changed);
        }
        return open;
    }
}
