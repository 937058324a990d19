package dev.posthorn.exports;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The HTML page of a collection. Every text of the collection is escaped; the page's own script is the only one that its policy lets run.
final class HtmlPage {

    private static final int FEW = 8;

    private final Collection collection;
    private final MarkdownText markdown = new MarkdownText();
    private final Anchors anchors = new Anchors();
    private final Map<Item, String> anchorOf = new IdentityHashMap<>();
    private final StringBuilder out = new StringBuilder();

    HtmlPage(Collection collection) {
        this.collection = collection;
    }

    String text() {
        var script = resource("documentation.js");
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; script-src 'sha256-")
                .append(digest(script)).append("'\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>").append(escaped(collection.name()))
                .append("</title>\n<style>\n").append(resource("documentation.css")).append("</style>\n</head>\n<body>\n");
        sidebar();
        out.append("<main>\n<header class=\"cover\" id=\"top\">\n<h1>").append(escaped(collection.name())).append("</h1>\n");
        var requests = collection.requests().count();
        out.append("<p class=\"count\">").append(requests).append(requests == 1 ? " request" : " requests").append("</p>\n");
        described(collection.description(), 1);
        authorization(collection.auth(), collection.auth().equals(Auth.NONE));
        variables();
        out.append("</header>\n");
        items(collection.items(), 2, collection.auth());
        return out.append("</main>\n<script>").append(script).append("</script>\n</body>\n</html>\n").toString();
    }

    /// Many variables would push the requests away: they stay folded.
    private void variables() {
        if (collection.variables().size() <= FEW) {
            table("Variables", collection.variables());
            return;
        }
        out.append("<details class=\"more\"><summary>Variables <small>").append(collection.variables().size()).append("</small></summary>\n");
        table("", collection.variables());
        out.append("</details>\n");
    }

    private void sidebar() {
        out.append("<aside>\n<a class=\"title\" href=\"#top\">").append(escaped(collection.name())).append("</a>\n")
                .append("<input id=\"filter\" type=\"search\" placeholder=\"Filter requests\" aria-label=\"Filter requests\" autocomplete=\"off\" spellcheck=\"false\">\n<nav>\n");
        contents(collection.items());
        out.append("<p id=\"nothing\" hidden>Nothing matches.</p>\n</nav>\n</aside>\n");
    }

    private void contents(List<Item> items) {
        out.append("<ul>\n");
        for (var item : items) {
            var anchor = anchors.of(item.name());
            anchorOf.put(item, anchor);
            switch (item) {
                case Folder folder -> {
                    out.append("<li class=\"folder\"><details open><summary><a href=\"#").append(anchor).append("\">").append(escaped(folder.name())).append("</a></summary>\n");
                    contents(folder.items());
                    out.append("</details></li>\n");
                }
                case RequestItem request -> link(anchor, request.request().method(), item.name());
                case OtherItem _, BadItem _ -> link(anchor, "", item.name());
            }
        }
        out.append("</ul>\n");
    }

    private void link(String anchor, String method, String name) {
        out.append("<li class=\"leaf\"><a href=\"#").append(anchor).append("\">").append(method.isEmpty() ? "" : badge(method.equals("DELETE") ? "DEL" : method, method)).append("<span>")
                .append(escaped(name)).append("</span></a></li>\n");
    }

    private static String badge(String shown, String method) {
        var known = method.toLowerCase(Locale.ROOT).matches("get|post|put|patch|delete|head|options") ? method.toLowerCase(Locale.ROOT) : "other";
        return "<b class=\"method " + known + "\">" + escaped(shown) + "</b>";
    }

    private void items(List<Item> items, int level, Auth auth) {
        for (var item : items) {
            var tag = "h" + Math.min(level, 6);
            out.append("<section class=\"").append(item instanceof Folder ? "folder" : "request").append("\" id=\"").append(anchorOf.get(item)).append("\">\n");
            out.append('<').append(tag).append("><a class=\"anchor\" href=\"#").append(anchorOf.get(item)).append("\">").append(escaped(item.name())).append("</a></").append(tag).append(">\n");
            switch (item) {
                case Folder folder -> {
                    described(folder.description(), level);
                    authorization(folder.auth(), folder.auth().inherited());
                    out.append("</section>\n");
                    items(folder.items(), level + 1, folder.auth().inherited() ? auth : folder.auth());
                }
                case RequestItem request -> {
                    request(request, level, request.request().auth().inherited() ? auth : request.request().auth());
                    out.append("</section>\n");
                }
                case OtherItem other -> out.append("<p>A ").append(escaped(other.kind())).append(", which is not described here.</p>\n</section>\n");
                case BadItem bad -> out.append("<p>").append(escaped(bad.sentence())).append("</p>\n</section>\n");
            }
        }
    }

    private void request(RequestItem item, int level, Auth auth) {
        var request = item.request();
        out.append("<p class=\"address\">").append(badge(request.method(), request.method())).append("<code>").append(variables(request.url())).append("</code></p>\n");
        described(request.description(), level);
        authorization(auth, request.auth().inherited());
        table("Path variables", request.pathVariables());
        table("Query parameters", request.query());
        table("Headers", request.headers());
        var body = DocBody.of(request);
        if (!body.rows().isEmpty()) {
            table("Body <small>" + body.kind() + "</small>", body.rows());
        } else if (!body.kind().isEmpty()) {
            out.append("<h6>Body <small>").append(body.kind()).append("</small></h6>\n");
            code(body.language(), body.text());
        }
        out.append("<h6>cURL</h6>\n");
        code("sh", DocBody.shortened(CurlSample.of(request, auth)));
        if (!item.examples().isEmpty()) {
            out.append("<h6>Examples</h6>\n");
            item.examples().forEach(this::example);
        }
    }

    private void example(Example example) {
        out.append("<details class=\"example\"><summary>");
        if (example.status() > 0) {
            out.append("<b class=\"status s").append(example.status() / 100).append("\">").append(example.status()).append("</b>");
        }
        out.append("<span>").append(escaped(example.name())).append("</span>");
        if (!example.reason().isBlank() && !example.reason().equals(example.name())) {
            out.append(" <small>").append(escaped(example.reason())).append("</small>");
        }
        out.append("</summary>\n");
        table("", example.headers().stream().map(h -> Entry.of(h.name(), h.value())).toList());
        if (!example.body().isBlank()) {
            code(DocBody.language(Header.first(example.headers(), "content-type").orElse(""), example.body()), DocBody.shortened(example.body()));
        }
        out.append("</details>\n");
    }

    private void described(String text, int below) {
        if (!text.isBlank()) {
            out.append("<div class=\"text\">\n").append(markdown.html(text, Math.min(below, 5))).append("</div>\n");
        }
    }

    private void authorization(Auth auth, boolean silent) {
        if (!silent) {
            out.append("<p class=\"auth\"><b>Authorization</b> ").append(variables(AuthWords.of(auth))).append("</p>\n");
        }
    }

    private void table(String title, List<Entry> all) {
        var rows = all.stream().filter(e -> !e.blank()).toList();
        if (rows.isEmpty()) {
            return;
        }
        out.append(title.isEmpty() ? "" : "<h6>" + title + "</h6>\n").append("<div class=\"scroll\"><table>\n");
        for (var row : rows) {
            out.append("<tr").append(row.enabled() ? "" : " class=\"off\"").append("><th scope=\"row\"><code>").append(escaped(row.key())).append("</code>")
                    .append(row.enabled() ? "" : "<small>optional</small>").append("</th><td><code>").append(variables(DocBody.shortened(row.value()))).append("</code>");
            if (!row.description().isBlank()) {
                out.append("<p>").append(escaped(row.description().strip()).replaceAll("\\R", "<br>")).append("</p>");
            }
            out.append("</td></tr>\n");
        }
        out.append("</table></div>\n");
    }

    private void code(String language, String text) {
        out.append("<pre data-language=\"").append(escaped(language)).append("\"><code>").append(language.equals("json") ? JsonColours.html(text) : variables(text)).append("</code></pre>\n");
    }

    /// Escaped, with its `{{variables}}` marked.
    private static String variables(String text) {
        return escaped(text).replaceAll("\\{\\{[^{}\\n]*}}", "<span class=\"v\">$0</span>");
    }

    private static String escaped(String text) {
        return SafeTags.escaped(text);
    }

    private static String digest(String script) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (var in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
