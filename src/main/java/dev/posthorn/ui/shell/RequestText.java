package dev.posthorn.ui.shell;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Await;
import dev.posthorn.model.Body;
import dev.posthorn.model.Check;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.workbench.Awaiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A request as lines that people read and compare: one line for each value, in the order of the editor. What is switched off begins with `//`.
final class RequestText {
    private final StringBuilder out = new StringBuilder();

    private RequestText() {}

    /// A URL as the title of a tab.
    static String brief(String url) {
        return url.length() > 60 ? url.substring(0, 59) + "…" : url;
    }

    static String of(Request request) {
        var text = new RequestText();
        text.line(request.method() + " " + request.url());
        text.rows("Parameters that are off", request.query().stream().filter(e -> !e.enabled()).toList());
        text.rows("Path variables", request.pathVariables());
        text.rows("Headers", request.headers());
        text.auth(request.auth());
        text.body(request.body());
        text.rest(request);
        return text.out.toString().stripTrailing();
    }

    /// What a folder may have as well: authorization, scripts, settings, docs.
    static String beside(Request request) {
        var text = new RequestText();
        text.auth(request.auth());
        text.rest(request);
        return text.out.toString().strip();
    }

    private void rest(Request request) {
        for (var phase : Script.Phase.values()) {
            block(phase == Script.Phase.PRE_REQUEST ? "Pre-request script" : "Post-response script", request.script(phase));
        }
        block("Assertions", Check.of(request.settings()).stream().map(c -> (c.enabled() ? "" : "// ") + c.sentence() + (c.operator() == Check.Operator.CONFORMS ? "\n" + c.expected() : "")).collect(Collectors.joining("\n")));
        Await.kept(request.settings()).ifPresent(await -> block("Await", (Await.of(request.settings()).isPresent() ? "" : "// ") + "every " + Awaiting.words(await.interval())
                + " until " + await.until().sentence() + ", for at most " + Awaiting.words(await.timeout())));
        block("Settings", switches(request.settings()).values().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining("\n")));
        block("Docs", request.description());
    }

    /// What is set of the switches alone.
    private static Settings switches(Settings settings) {
        return settings.with(Check.KEY, null).with(Await.KEY, null);
    }

    private void line(String text) {
        out.append(text.replace("\r\n", "\n").replace('\r', '\n')).append('\n');
    }

    private void block(String title, String text) {
        if (!text.isBlank()) {
            line("");
            line("# " + title);
            line(text);
        }
    }

    private void rows(String title, List<Entry> rows) {
        block(title, rows.stream().filter(e -> !e.blank()).map(RequestText::row).collect(Collectors.joining("\n")));
    }

    private static String row(Entry e) {
        return (e.enabled() ? "" : "// ") + e.key() + ": " + e.value() + (e.description().isEmpty() ? "" : "   — " + e.description());
    }

    private void auth(Auth auth) {
        if (!auth.inherited()) {
            block("Authorization", auth.type() + auth.values().entrySet().stream().map(e -> "\n" + e.getKey() + ": " + e.getValue()).collect(Collectors.joining()));
        }
    }

    private void body(Body body) {
        switch (body) {
            case Body.None _ -> { }
            case Body.Raw raw -> block("Body (" + raw.language() + ")", raw.text());
            case Body.UrlEncoded form -> rows("Body (x-www-form-urlencoded)", form.fields());
            case Body.FormData form -> block("Body (form-data)", form.parts().stream().map(RequestText::part).collect(Collectors.joining("\n")));
            case Body.Binary file -> block("Body (file)", file.source());
            case Body.GraphQl graph -> {
                block("Body (GraphQL)" + (graph.operationName().isEmpty() ? "" : " " + graph.operationName()), graph.query());
                block("GraphQL variables", graph.variables());
            }
        }
    }

    private static String part(Part part) {
        return part.file() ? (part.entry().enabled() ? "" : "// ") + part.entry().key() + ": @" + String.join(", @", part.files()) : row(part.entry())
                + (part.contentType().isEmpty() ? "" : " ;type=" + part.contentType());
    }

    /// What differs, in words: "URL, 2 headers, body"; "nothing" where all is the same.
    static String changes(Request before, Request after) {
        var words = new ArrayList<String>();
        if (!before.method().equals(after.method())) {
            words.add("method");
        }
        if (!before.url().equals(after.url())) {
            words.add("URL");
        }
        count(words, "parameter", before.url().equals(after.url()) ? before.query() : List.of(), before.url().equals(after.url()) ? after.query() : List.of());
        count(words, "path variable", before.pathVariables(), after.pathVariables());
        count(words, "header", before.headers(), after.headers());
        flag(words, "body", before.body(), after.body());
        flag(words, "authorization", before.auth(), after.auth());
        flag(words, "scripts", before.scripts(), after.scripts());
        count(words, "assertion", rows(before), rows(after));
        flag(words, "await", before.settings().values().get(Await.KEY), after.settings().values().get(Await.KEY));
        flag(words, "settings", switches(before.settings()), switches(after.settings()));
        flag(words, "docs", before.description(), after.description());
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /// The assertions as rows of a table, to be counted like others.
    private static List<Entry> rows(Request request) {
        return Check.of(request.settings()).stream().map(c -> Entry.of(c.sentence(), c.expected()).withEnabled(c.enabled())).toList();
    }

    private static void flag(List<String> words, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            words.add(name);
        }
    }

    private static void count(List<String> words, String name, List<Entry> before, List<Entry> after) {
        var gone = before.stream().filter(e -> !after.contains(e)).count();
        var come = after.stream().filter(e -> !before.contains(e)).count();
        var count = Math.max(gone, come);
        if (count > 0) {
            words.add(count == 1 ? "1 " + name : count + " " + name + "s");
        } else if (!before.equals(after)) {
            words.add("order of " + name + "s");
        }
    }
}
