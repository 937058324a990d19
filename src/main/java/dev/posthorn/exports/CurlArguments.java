package dev.posthorn.exports;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.text.FileTypes;
import dev.posthorn.text.JsonComments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a curl command for one request, line by line.
final class CurlArguments {

    private static final Set<String> NOT_IN_CURL = Set.of("connection", "content-length", "accept-encoding", "cache-control", "postman-token");

    private final Request request;
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Report.Row> left = new ArrayList<>();

    CurlArguments(Request request) {
        this.request = request;
        var url = AddressText.of(request);
        add(start(url), url);
        settings();
        var auth = auth();
        headers(auth);
        body();
    }

    List<List<String>> lines() {
        return lines;
    }

    List<Report.Row> leftOut(String item) {
        return left.stream().map(r -> new Report.Row(item, r.fate(), r.pointer(), r.from(), r.to(), r.reason(), r.count())).toList();
    }

    private void add(List<String> words, String last) {
        var line = new ArrayList<>(words);
        line.add(last);
        lines.add(line);
    }

    private void option(String name, String value) {
        lines.add(List.of(name, value));
    }

    private void aside(String from, String reason) {
        left.add(Report.Row.aside("", "", from, reason));
    }

    /// `curl --location --request PUT --globoff`
    private List<String> start(String url) {
        var words = new ArrayList<>(List.of("curl"));
        if (request.settings().flag("followRedirects").orElse(true)) {
            words.add(request.settings().flag("followAuthorizationHeader").orElse(false) ? "--location-trusted" : "--location");
        }
        var sends = sends();
        var method = request.method().isBlank() ? "GET" : request.method().strip();
        if (method.equals("HEAD") && !sends) {
            words.add("--head");
        } else if (!method.equals(sends ? "POST" : "GET")) {
            words.addAll(List.of("--request", method));
        }
        if (url.chars().anyMatch(c -> "{}[]".indexOf(c) >= 0)) {
            words.add("--globoff");
        }
        if (url.replaceFirst("[?#].*", "").matches("(?s).*/\\.{1,2}(/.*|$)")) {
            words.add("--path-as-is");
        }
        return words;
    }

    private boolean sends() {
        return switch (request.body()) {
            case Body.None() -> false;
            case Body.Raw(var text, _) -> !text.isEmpty();
            case Body.UrlEncoded(var fields) -> fields.stream().anyMatch(CurlArguments::sent);
            case Body.FormData(var parts) -> parts.stream().anyMatch(p -> sent(p.entry()));
            case Body.Binary(var source, var content) -> !source.isBlank() || !content.isEmpty();
            case Body.GraphQl _ -> true;
        };
    }

    private static boolean sent(Entry entry) {
        return entry.enabled() && !entry.key().isEmpty();
    }

    private void settings() {
        var settings = request.settings();
        if (!settings.flag("strictSSL").orElse(true)) {
            lines.add(List.of("--insecure"));
        }
        settings.number("maxRedirects").ifPresent(most -> option("--max-redirs", Integer.toString(Math.max(0, most))));
        if (settings.flag("followOriginalHttpMethod").orElse(false) && settings.flag("followRedirects").orElse(true)) {
            lines.add(List.of("--post301", "--post302", "--post303"));
        }
        settings.number("connectTimeout").filter(t -> t > 0)
                .ifPresent(t -> option("--connect-timeout", BigDecimal.valueOf(t).movePointLeft(3).stripTrailingZeros().toPlainString()));
        settings.number("requestTimeout").filter(t -> t > 0)
                .ifPresent(t -> option("--max-time", BigDecimal.valueOf(t).movePointLeft(3).stripTrailingZeros().toPlainString()));
        switch (String.valueOf(settings.values().get("protocolVersion"))) {
            case "http1" -> lines.add(List.of("--http1.1"));
            case "http2" -> lines.add(List.of(settings.flag("http2PriorKnowledge").orElse(false) ? "--http2-prior-knowledge" : "--http2"));
            default -> { }
        }
    }

    /// The options, and the headers that it sets instead of the user's.
    private Auth auth() {
        var auth = request.auth();
        var token = auth.text(auth.type().equals("oauth2") ? "accessToken" : "token");
        if (!CurlText.knows(auth)) {
            aside("authorization " + auth.type(), "curl has no such authorization, or there is no token yet");
        }
        switch (auth.type()) {
            case "basic" -> option("--user", auth.text("username") + ":" + auth.text("password"));
            case "digest", "ntlm" -> lines.add(List.of("--" + auth.type(), "--user", auth.text("username") + ":" + auth.text("password")));
            case "awsv4" -> {
                lines.add(List.of("--aws-sigv4", "aws:amz:" + auth.text("region") + ":" + auth.text("service"), "--user", auth.text("accessKey") + ":" + auth.text("secretKey")));
                if (!auth.text("sessionToken").isEmpty()) {
                    header("X-Amz-Security-Token", auth.text("sessionToken"));
                }
            }
            case "bearer", "oauth2" -> {
                if (!token.isBlank() && !CurlText.inQuery(auth)) {
                    header("Authorization", (prefix(auth) + " " + token.strip()).strip());
                }
            }
            case "negotiate" -> lines.add(List.of("--negotiate", "--user", auth.text("credential").equals("password") ? auth.text("principal") + ":" + auth.text("password") : ":"));
            case "netrc" -> lines.add(auth.text("file").isBlank() ? List.of("--netrc") : List.of("--netrc-file", auth.text("file")));
            case "apikey" -> {
                if (!auth.text("in").equals("query") && !auth.text("key").isEmpty()) {
                    header(auth.text("key"), auth.text("value"));
                }
            }
            default -> { }
        }
        return auth;
    }

    /// Of a bearer token: ours and Postman's name for it; an empty one is none.
    private static String prefix(Auth auth) {
        var key = auth.type().equals("bearer") ? "prefix" : "headerPrefix";
        return auth.values().get(key) == null ? "Bearer" : auth.text(key).strip();
    }

    private void header(String name, String value) {
        option("--header", value.isEmpty() ? name + ";" : name + ": " + value);
    }

    private void headers(Auth auth) {
        var replaced = switch (auth.type()) {
            case "basic", "bearer", "digest", "ntlm" -> "Authorization";
            case "apikey" -> auth.text("in").equals("query") ? "" : auth.text("key");
            default -> "";
        };
        for (var row : request.headers()) {
            if (row.enabled() && !row.key().isBlank() && !row.key().strip().equalsIgnoreCase(replaced)) {
                header(row.key().strip(), row.value().strip());
            }
        }
        var type = contentType();
        if (off("content-type") && sends() && !typed("Content-Type")) {
            option("--header", "Content-Type:");
        } else if (!off("content-type") && !type.isEmpty() && !typed("Content-Type")) {
            header("Content-Type", type);
        }
        if (request.settings().values().get("disabledSystemHeaders") instanceof Map<?, ?> names) {
            names.forEach((name, on) -> switchedOff(String.valueOf(name), Boolean.TRUE.equals(on)));
        }
    }

    private void switchedOff(String name, boolean on) {
        if (on && !typed(name) && !name.equals("content-type") && !NOT_IN_CURL.contains(name)) {
            option("--header", name + ":");
        }
    }

    private boolean off(String name) {
        return request.settings().values().get("disabledSystemHeaders") instanceof Map<?, ?> names && Boolean.TRUE.equals(names.get(name));
    }

    private boolean typed(String name) {
        return request.headers().stream().anyMatch(h -> h.enabled() && h.key().strip().equalsIgnoreCase(name));
    }

    /// Where curl's own would be another; empty where it is the same.
    private String contentType() {
        return switch (request.body()) {
            case Body.None(), Body.UrlEncoded _, Body.FormData _ -> "";
            case Body.Raw(var text, var language) -> text.isEmpty() ? "" : switch (language) {
                case "json" -> "application/json";
                case "javascript" -> "application/javascript";
                case "html" -> "text/html";
                case "xml" -> "application/xml";
                default -> "text/plain";
            };
            case Body.Binary(var source, _) -> source.isBlank() ? "" : FileTypes.of(source);
            case Body.GraphQl _ -> "application/json";
        };
    }

    private void body() {
        switch (request.body()) {
            case Body.None() -> { }
            case Body.Raw(var text, var language) -> {
                if (!text.isEmpty()) {
                    option("--data-raw", language.equals("json") ? JsonComments.without(text) : text);
                }
            }
            case Body.UrlEncoded(var fields) -> fields.stream().filter(CurlArguments::sent)
                    .forEach(f -> option("--data-raw", AddressText.form(f.key()) + "=" + AddressText.form(f.value())));
            case Body.FormData(var parts) -> parts.stream().filter(p -> sent(p.entry())).forEach(this::part);
            case Body.Binary(var source, var content) -> {
                if (!source.isBlank()) {
                    option("--data-binary", "@" + source);
                } else if (!content.isEmpty()) {
                    option("--data-raw", content);
                }
            }
            case Body.GraphQl graph -> option("--data-raw", AddressText.json(graph));
        }
    }

    private void part(Part part) {
        var key = part.entry().key();
        if (key.indexOf('=') >= 0) {
            aside("form field " + key, "curl has no way to write a \"=\" in the name of a field");
            return;
        }
        var type = part.contentType().isEmpty() ? "" : ";type=" + part.contentType();
        var name = part.fileName().isEmpty() ? "" : ";filename=" + quoted(part.fileName());
        if (!part.file()) {
            var value = part.entry().value();
            var plain = type.isEmpty() && name.isEmpty() && !value.startsWith("@") && !value.startsWith("<") && value.indexOf(';') < 0 && !value.startsWith("\"") && value.equals(value.strip());
            if (plain) {
                option("--form", key + "=" + value);
            } else if (type.isEmpty() && name.isEmpty()) {
                option("--form-string", key + "=" + value);
            } else {
                option("--form", key + "=" + quoted(value) + type + name);
            }
            return;
        }
        part.files().stream().filter(f -> !f.isBlank())
                .forEach(f -> option("--form", key + "=@" + (f.matches("[^;,\"\\\\]+") ? f : quoted(f)) + (type.isEmpty() ? ";type=" + FileTypes.of(f) : type) + name));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
