package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a request says in other words in a v3 file: the language of its body, its switches, the moments of its scripts.
final class V3Translations {

    private V3Translations() {}

    /// Rows without a name of the item.
    static List<Report.Row> of(Map<String, Object> item, Map<String, Object> v3, String pointer) {
        var rows = new ArrayList<Report.Row>();
        var request = Plain.mapOrEmpty(item.get("request"));
        var body = Plain.mapOrEmpty(v3.get("body"));
        if (!body.isEmpty()) {
            var mode = Plain.text(Plain.mapOrEmpty(request.get("body")), "mode");
            var type = Plain.text(body, "type");
            if (!mode.isEmpty() && !mode.equals(type)) {
                rows.add(row(pointer + "/request/body/mode", mode, "body.type: " + type, "a body of 3.0 names its language as its type"));
            }
        }
        Plain.mapOrEmpty(v3.get("settings")).forEach((key, _) -> rows.add(row(pointer + "/protocolProfileBehavior/" + Residue.escape(key), key, "settings." + key,
                key.equals("disabledSystemHeaders") ? "a map of names became a list of names" : "switches stand under settings")));
        var events = Plain.list(item.get("event"));
        for (var i = 0; i < events.size(); i++) {
            if (V3Scripts.holds(events.get(i))) {
                var listen = Plain.text(Plain.mapOrEmpty(events.get(i)), "listen");
                rows.add(row(pointer + "/event/" + i + "/listen", listen, listen.equals("test") ? "afterResponse" : "beforeRequest",
                        "scripts are named by when they run"));
            }
        }
        return rows;
    }

    private static Report.Row row(String pointer, String from, String to, String reason) {
        return Report.Row.translated("", pointer, from, to, reason);
    }
}
