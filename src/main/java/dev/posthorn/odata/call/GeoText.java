package dev.posthorn.odata.call;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns a place as URLs have it, `SRID=4326;POINT(13.4 52.5)`, into the GeoJSON that bodies have.
final class GeoText {

    private static final Map<String, String> NAMES = Map.of("POINT", "Point", "LINESTRING", "LineString", "POLYGON", "Polygon", "MULTIPOINT", "MultiPoint",
            "MULTILINESTRING", "MultiLineString", "MULTIPOLYGON", "MultiPolygon");

    private final String text;
    private int at;

    private GeoText(String text) {
        this.text = text;
    }

    static Object of(String text) throws ODataProblem {
        if (text.strip().startsWith("{")) {
            try {
                return JsonReader.read(text.strip()).plain();
            } catch (JsonProblem e) {
                throw new ODataProblem("the GeoJSON is broken: " + e.getMessage(), e.line(), e.column());
            }
        }
        var plain = text.regionMatches(true, 0, "SRID=", 0, 5) ? text.substring(text.indexOf(';') + 1).strip() : text.strip();
        var open = plain.indexOf('(');
        var type = open < 0 ? null : NAMES.get(plain.substring(0, open).strip().toUpperCase(Locale.ROOT));
        if (type == null) {
            throw wrong(text);
        }
        var reader = new GeoText(plain.substring(open));
        var inner = reader.list(0);
        var json = new LinkedHashMap<String, Object>();
        json.put("type", type);
        json.put("coordinates", type.equals("Point") ? inner.getFirst() : inner);
        return json;
    }

    private static ODataProblem wrong(String text) {
        return new ODataProblem("`" + text + "` is no place; write one like POINT(13.4 52.5)");
    }

    private List<Object> list(int depth) throws ODataProblem {
        var items = new ArrayList<Object>();
        at++;
        while (true) {
            if (at >= text.length() || depth > 4) {
                throw wrong(text);
            }
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            items.add(at < text.length() && text.charAt(at) == '(' ? list(depth + 1) : position());
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == ')') {
                at++;
                return items;
            }
            if (at >= text.length() || text.charAt(at++) != ',') {
                throw wrong(text);
            }
        }
    }

    private List<Object> position() throws ODataProblem {
        var start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ')') {
            at++;
        }
        var numbers = new ArrayList<Object>();
        for (var number : text.substring(start, at).strip().split("\\s+")) {
            try {
                numbers.add(new BigDecimal(number));
            } catch (NumberFormatException e) {
                throw wrong(text);
            }
        }
        return numbers;
    }
}
