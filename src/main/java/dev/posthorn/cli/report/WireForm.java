package dev.posthorn.cli.report;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import dev.posthorn.store.Redaction;
import dev.posthorn.tree.JsonWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// A request as it went out and its answer, in the form of a Postman 2.1 file, as newman's report has them.
final class WireForm {

    private WireForm() {}

    static Map<String, Object> request(Wire wire) {
        var form = new LinkedHashMap<String, Object>();
        form.put("url", url(wire.url()));
        form.put("header", headers(wire.headers()));
        form.put("method", wire.method());
        var body = body(wire);
        if (body != null) {
            form.put("body", body);
        }
        return form;
    }

    private static List<Map<String, Object>> headers(List<Header> headers) {
        return headers.stream().map(h -> row(h.name(), h.value())).toList();
    }

    private static Map<String, Object> row(String key, Object value) {
        var row = new LinkedHashMap<String, Object>();
        row.put("key", key);
        row.put("value", value);
        return row;
    }

    /// Taken apart at its delimiters, as Postman does: no decoding.
    static Map<String, Object> url(String url) {
        var form = new LinkedHashMap<String, Object>();
        var hash = url.indexOf('#');
        var rest = hash < 0 ? url : url.substring(0, hash);
        var scheme = rest.indexOf("://");
        if (scheme >= 0) {
            form.put("protocol", rest.substring(0, scheme));
            rest = rest.substring(scheme + 3);
        }
        var question = rest.indexOf('?');
        var query = question < 0 ? null : rest.substring(question + 1);
        rest = question < 0 ? rest : rest.substring(0, question);
        var slash = rest.indexOf('/');
        var authority = slash < 0 ? rest : rest.substring(0, slash);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        var colon = authority.lastIndexOf(':');
        var port = colon > authority.lastIndexOf(']') ? authority.substring(colon + 1) : "";
        if (!port.isEmpty()) {
            form.put("port", port);
        }
        form.put("path", slash < 0 ? List.of() : List.of(rest.substring(slash + 1).split("/", -1)));
        var host = port.isEmpty() ? authority : authority.substring(0, colon);
        form.put("host", host.startsWith("[") ? List.of(host) : List.of(host.split("\\.", -1)));
        form.put("query", query == null || query.isEmpty() ? List.of() : pairs(query, false));
        form.put("variable", List.of());
        if (hash >= 0) {
            form.put("hash", url.substring(hash + 1));
        }
        return form;
    }

    private static List<Map<String, Object>> pairs(String text, boolean decoded) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var pair : text.split("&")) {
            var equals = pair.indexOf('=');
            var key = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? null : pair.substring(equals + 1);
            rows.add(decoded ? row(plain(key), value == null ? "" : plain(value)) : row(key, value));
        }
        return rows;
    }

    private static String plain(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    private static Map<String, Object> body(Wire wire) {
        var form = new LinkedHashMap<String, Object>();
        switch (wire.payload()) {
            case Payload.Empty _ -> {
                return null;
            }
            case Payload.Bytes(var bytes, var type) when type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded") -> {
                form.put("mode", "urlencoded");
                form.put("urlencoded", pairs(text(bytes), true));
            }
            case Payload.Bytes(var bytes, _) -> {
                form.put("mode", "raw");
                form.put("raw", text(bytes));
            }
            case Payload.FromFile(var file, _) -> {
                form.put("mode", "file");
                form.put("file", Map.of("src", file.toString()));
            }
            case Payload.Multipart(_, var pieces) -> {
                form.put("mode", "formdata");
                form.put("formdata", pieces.stream().map(WireForm::piece).toList());
            }
        }
        return form;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, JsonReporter.MOST_BODY), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> piece(Payload.Piece piece) {
        var form = new LinkedHashMap<String, Object>();
        form.put("key", piece.name());
        if (piece.file() == null) {
            form.put("value", piece.text());
            form.put("type", "text");
        } else {
            form.put("src", piece.file().toString());
            form.put("type", "file");
        }
        return form;
    }

    /// The answer as JSON text; its body as a Buffer of node is written.
    static String response(Response answer, Redaction hiding, int most) {
        var form = new LinkedHashMap<String, Object>();
        form.put("id", UUID.randomUUID().toString());
        form.put("status", answer.reason());
        form.put("code", answer.status());
        form.put("header", headers(hiding.headers(answer.headers())));
        var head = JsonWriter.compact(form);
        var bytes = hiding.body(Sendings.beginning(answer.body(), most));
        var text = new StringBuilder(head.length() + bytes.length * 4 + 200).append(head, 0, head.length() - 1).append(",\"stream\":{\"type\":\"Buffer\",\"data\":[");
        for (var index = 0; index < bytes.length; index++) {
            text.append(index == 0 ? "" : ",").append(bytes[index] & 0xff);
        }
        text.append("]},\"cookie\":").append(JsonWriter.compact(cookies(hiding.headers(answer.headers()))));
        if (answer.body().size() > most) {
            text.append(",\"truncated\":true");
        }
        return text.append(",\"responseTime\":").append(Math.max(0, answer.timings().total().toMillis())).append(",\"responseSize\":").append(answer.body().size()).append('}').toString();
    }

    private static List<Map<String, Object>> cookies(List<Header> headers) {
        return headers.stream().filter(h -> h.is("Set-Cookie")).map(h -> {
            var pair = h.value().split(";", 2)[0];
            var equals = pair.indexOf('=');
            return Map.<String, Object>of("name", equals < 0 ? "" : pair.substring(0, equals).strip(), "value", pair.substring(equals + 1).strip());
        }).toList();
    }
}
