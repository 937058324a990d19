package dev.posthorn.store;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The head and the rows of a kept run as text. Names and paths stand once, however many iterations there were.
final class RunText {

    private RunText() {}

    static byte[] head(RunHead head) {
        var map = new LinkedHashMap<String, Object>();
        map.put("title", head.title());
        map.put("item", head.item());
        map.put("environment", head.environment());
        map.put("began", head.began().toEpochMilli());
        map.put("millis", head.took().toMillis());
        map.put("cancelled", head.cancelled());
        map.put("stopped", head.stopped());
        map.put("counts", List.of(head.rounds(), head.planned(), head.answered(), head.failed(), head.skipped(), head.tests(), head.failedTests(), head.skippedTests(), head.scripts(),
                head.failedScripts()));
        return JsonWriter.pretty(map).getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IOException where it is no head of a run
    static RunHead head(String id, String text) throws IOException {
        var root = object(text);
        var counts = new int[10];
        var list = root.list("counts");
        for (var i = 0; i < counts.length && i < list.size(); i++) {
            counts[i] = (int) number(list.get(i), 0);
        }
        return new RunHead(id, root.text("title"), root.text("item"), root.text("environment"), Instant.ofEpochMilli(number(root.get("began"), 0)),
                Duration.ofMillis(number(root.get("millis"), 0)), root.flag("cancelled"), root.text("stopped"), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5],
                counts[6], counts[7], counts[8], counts[9]);
    }

    static byte[] rows(List<RunRow> rows) {
        var requests = new LinkedHashMap<List<String>, Integer>();
        var lines = new ArrayList<List<Object>>(rows.size());
        for (var row : rows) {
            var place = requests.computeIfAbsent(List.of(row.item(), row.name(), row.path(), row.method()), _ -> requests.size());
            lines.add(List.of(place, row.round(), row.number(), row.url(), row.end().name(), row.status(), row.reason(), row.micros(), row.size(), row.passed(), row.failed(),
                    row.skipped(), row.trouble(), row.at(), row.length()));
        }
        return Squeezed.squeeze(JsonWriter.compact(Map.of("requests", List.copyOf(requests.keySet()), "rows", lines)).getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IOException where the bytes are damaged
    static List<RunRow> rows(byte[] bytes) throws IOException {
        var root = object(new String(Squeezed.restore(bytes), StandardCharsets.UTF_8));
        var requests = root.list("requests").stream().map(r -> texts(r)).toList();
        var rows = new ArrayList<RunRow>();
        for (var line : root.list("rows")) {
            if (line instanceof Json.Arr array && array.elements().size() >= 15) {
                var values = array.elements();
                var place = (int) number(values.get(0), -1);
                if (place >= 0 && place < requests.size() && requests.get(place).size() == 4) {
                    rows.add(row(requests.get(place), values));
                }
            }
        }
        return rows;
    }

    private static RunRow row(List<String> request, List<Json> v) {
        return new RunRow((int) number(v.get(1), 0), (int) number(v.get(2), 0), request.get(0), request.get(1), request.get(2), request.get(3), text(v.get(3)), end(text(v.get(4))),
                (int) number(v.get(5), 0), text(v.get(6)), number(v.get(7), 0), number(v.get(8), 0), (int) number(v.get(9), 0), (int) number(v.get(10), 0),
                (int) number(v.get(11), 0), text(v.get(12)), number(v.get(13), 0), (int) number(v.get(14), 0));
    }

    private static RunRow.End end(String name) {
        for (var end : RunRow.End.values()) {
            if (end.name().equals(name)) {
                return end;
            }
        }
        return RunRow.End.ANSWERED;
    }

    private static List<String> texts(Json list) {
        return list instanceof Json.Arr array ? array.elements().stream().map(RunText::text).toList() : List.of();
    }

    private static String text(Json value) {
        return value instanceof Json.Text text ? text.value() : "";
    }

    private static Json.Obj object(String text) throws IOException {
        try {
            if (JsonReader.read(text) instanceof Json.Obj root) {
                return root;
            }
            throw new IOException("it is no JSON object");
        } catch (JsonProblem e) {
            throw new IOException("line " + e.line() + ": " + e.getMessage(), e);
        }
    }

    /// `otherwise` where it is no whole number.
    static long number(Json value, long otherwise) {
        try {
            return value instanceof Json.Num number ? Long.parseLong(number.text()) : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
