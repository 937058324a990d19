package dev.posthorn.exports;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import java.util.ArrayList;
import java.util.List;

/// Writes a request as a curl command for a POSIX shell, as documentation shows it: variables stay as they are written.
final class CurlSample {

    private CurlSample() {}

    /// @param auth what holds for the request
    static String of(Request request, Auth auth) {
        var parts = new ArrayList<String>();
        var method = request.method();
        var url = request.url();
        for (var variable : request.pathVariables()) {
            if (!variable.value().isEmpty() && !variable.key().isEmpty()) {
                url = url.replaceFirst("/:" + java.util.regex.Pattern.quote(variable.key()) + "(?=[/?#]|$)", java.util.regex.Matcher.quoteReplacement("/" + variable.value()));
            }
        }
        if (auth.type().equals("apikey") && auth.text("in").equals("query")) {
            url += (url.contains("?") ? "&" : "?") + auth.text("key") + "=" + auth.text("value");
        }
        parts.add("curl" + (method.equals("GET") && request.body() instanceof Body.None ? "" : " -X " + quoted(method)) + " " + quoted(url));
        auth(auth, parts);
        request.headers().stream().filter(Entry::enabled).filter(h -> !h.key().isBlank()).forEach(h -> parts.add("-H " + quoted(h.key() + ": " + h.value())));
        body(request, parts);
        return String.join(" \\\n  ", parts);
    }

    private static void auth(Auth auth, List<String> parts) {
        switch (auth.type()) {
            case "basic" -> parts.add("-u " + quoted(auth.text("username") + ":" + auth.text("password")));
            case "digest" -> parts.add("--digest -u " + quoted(auth.text("username") + ":" + auth.text("password")));
            case "ntlm" -> parts.add("--ntlm -u " + quoted(auth.text("username") + ":" + auth.text("password")));
            case "bearer" -> parts.add("-H " + quoted("Authorization: " + CurlText.withPrefix(auth, auth.text("token"))));
            case "oauth2" -> parts.add("-H " + quoted("Authorization: Bearer " + (auth.text("accessToken").isEmpty() ? "<access token>" : auth.text("accessToken"))));
            case "apikey" -> {
                if (!auth.text("in").equals("query")) {
                    parts.add("-H " + quoted(auth.text("key") + ": " + auth.text("value")));
                }
            }
            default -> { }
        }
    }

    private static void body(Request request, List<String> parts) {
        var typed = request.headers().stream().anyMatch(h -> h.enabled() && h.key().equalsIgnoreCase("content-type"));
        switch (request.body()) {
            case Body.None _ -> { }
            case Body.Raw raw -> {
                if (!typed && raw.language().equals("json")) {
                    parts.add("-H 'Content-Type: application/json'");
                }
                parts.add("--data-raw " + quoted(raw.text()));
            }
            case Body.UrlEncoded form -> form.fields().stream().filter(Entry::enabled).forEach(f -> parts.add("--data-urlencode " + quoted(f.key() + "=" + f.value())));
            case Body.FormData form -> form.parts().stream().filter(p -> p.entry().enabled()).forEach(p -> parts.add("-F " + quoted(p.entry().key() + "="
                    + (p.file() ? "@" + (p.files().isEmpty() ? "file" : p.files().getFirst()) : p.entry().value()))));
            case Body.Binary binary -> parts.add("--data-binary " + quoted("@" + (binary.source().isEmpty() ? "file" : binary.source())));
            case Body.GraphQl graph -> {
                if (!typed) {
                    parts.add("-H 'Content-Type: application/json'");
                }
                parts.add("--data-raw " + quoted(OpenApiBody.graphQl(graph)));
            }
        }
    }

    private static String quoted(String text) {
        return text.matches("[\\w./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
