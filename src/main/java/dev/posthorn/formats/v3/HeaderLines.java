package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Headers as one text, `Name: value` line by line, as old files have them. A line that begins with `//` is switched off.
final class HeaderLines {

    private HeaderLines() {}

    static List<Object> read(String text) {
        var rows = new ArrayList<Object>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var off = line.startsWith("//");
            var header = off ? line.substring(2) : line;
            var colon = header.indexOf(':');
            var row = new LinkedHashMap<String, Object>();
            row.put("key", (colon < 0 ? header : header.substring(0, colon)).strip());
            row.put("value", colon < 0 ? "" : header.substring(colon + 1).strip());
            if (off) {
                row.put("disabled", true);
            }
            rows.add(row);
        });
        return rows;
    }

    static String write(List<?> rows, String colon, String newline) {
        return rows.stream().map(e -> line(Plain.mapOrEmpty(e), colon)).collect(Collectors.joining(newline));
    }

    private static String line(Map<String, Object> row, String colon) {
        return (Plain.flag(row.get("disabled")) ? "//" : "") + Plain.text(row, "key") + colon + Plain.text(row, "value");
    }
}
