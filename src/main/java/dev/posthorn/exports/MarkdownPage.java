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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The Markdown page of a collection.
final class MarkdownPage {

    private static final Pattern TICKS = Pattern.compile("`+");

    private final Collection collection;
    private final MarkdownText markdown = new MarkdownText();
    private final Anchors anchors = new Anchors();
    private final Map<Item, String> anchorOf = new IdentityHashMap<>();
    private final StringBuilder out = new StringBuilder();

    MarkdownPage(Collection collection) {
        this.collection = collection;
    }

    String text() {
        out.append("# ").append(line(collection.name())).append("\n\n");
        paragraph(markdown.markdown(collection.description(), 1));
        if (!AuthWords.of(collection.auth()).isEmpty() && !collection.auth().equals(Auth.NONE)) {
            paragraph("**Authorization** " + line(AuthWords.of(collection.auth())));
        }
        if (!collection.items().isEmpty()) {
            out.append("## Contents\n\n");
            contents(collection.items(), 0);
            out.append('\n');
        }
        table("Variables", collection.variables(), "##");
        items(collection.items(), 2, collection.auth());
        return out.toString().strip() + "\n";
    }

    private void paragraph(String text) {
        if (!text.isBlank()) {
            out.append(text.strip()).append("\n\n");
        }
    }

    private void contents(List<Item> items, int depth) {
        for (var item : items) {
            var anchor = anchors.of(item.name());
            anchorOf.put(item, anchor);
            out.repeat("  ", depth).append("- ").append(item instanceof RequestItem request ? "`" + request.request().method().replace("`", "") + "` " : "")
                    .append('[').append(line(item.name())).append("](#").append(anchor).append(")\n");
            if (item instanceof Folder folder) {
                contents(folder.items(), depth + 1);
            }
        }
    }

    private void items(List<Item> items, int level, Auth auth) {
        for (var item : items) {
            out.append("<a id=\"").append(anchorOf.get(item)).append("\"></a>\n\n").repeat("#", Math.min(level, 6)).append(' ');
            switch (item) {
                case Folder folder -> {
                    out.append(line(folder.name())).append("\n\n");
                    paragraph(markdown.markdown(folder.description(), Math.min(level, 5)));
                    if (!folder.auth().inherited()) {
                        paragraph("**Authorization** " + line(AuthWords.of(folder.auth())));
                    }
                    items(folder.items(), level + 1, folder.auth().inherited() ? auth : folder.auth());
                }
                case RequestItem request -> request(request, Math.min(level, 5), request.request().auth().inherited() ? auth : request.request().auth());
                case OtherItem other -> out.append(line(other.name())).append("\n\nA ").append(line(other.kind())).append(", which is not described here.\n\n");
                case BadItem bad -> out.append(line(bad.name())).append("\n\n").append(line(bad.sentence())).append("\n\n");
            }
        }
    }

    private void request(RequestItem item, int level, Auth auth) {
        var request = item.request();
        out.append(line(item.name())).append("\n\n");
        fence("http", request.method() + " " + request.url());
        paragraph(markdown.markdown(request.description(), level));
        if (!request.auth().inherited()) {
            paragraph("**Authorization** " + line(AuthWords.of(auth)));
        }
        table("Path variables", request.pathVariables(), "");
        table("Query parameters", request.query(), "");
        table("Headers", request.headers(), "");
        var body = DocBody.of(request);
        if (!body.rows().isEmpty()) {
            table("Body: " + body.kind(), body.rows(), "");
        } else if (!body.kind().isEmpty()) {
            out.append("**Body: ").append(body.kind()).append("**\n\n");
            fence(body.language(), body.text());
        }
        out.append("**cURL**\n\n");
        fence("sh", DocBody.shortened(CurlSample.of(request, auth)));
        item.examples().forEach(this::example);
    }

    private void example(Example example) {
        out.append("**Example: ").append(line(example.name())).append("** ").append(example.status() == 0 ? "" : "`" + example.status() + " " + example.reason().replace("`", "") + "`")
                .append("\n\n");
        table("", example.headers().stream().map(h -> Entry.of(h.name(), h.value())).toList(), "");
        if (!example.body().isBlank()) {
            fence(DocBody.language(Header.first(example.headers(), "content-type").orElse(""), example.body()), DocBody.shortened(example.body()));
        }
    }

    /// @param heading marks of a heading; empty for a bold line
    private void table(String title, List<Entry> all, String heading) {
        var rows = all.stream().filter(e -> !e.blank()).toList();
        if (rows.isEmpty()) {
            return;
        }
        if (!title.isEmpty()) {
            out.append(heading.isEmpty() ? "**" + title + "**" : heading + " " + title).append("\n\n");
        }
        var described = rows.stream().anyMatch(e -> !e.description().isBlank() || !e.enabled());
        out.append(described ? "| Name | Value | Description |\n| --- | --- | --- |\n" : "| Name | Value |\n| --- | --- |\n");
        for (var row : rows) {
            out.append("| ").append(code(row.key())).append(" | ").append(code(row.value())).append(" |");
            if (described) {
                out.append(' ').append(row.enabled() ? "" : "*Optional.* ").append(cell(row.description())).append(" |");
            }
            out.append('\n');
        }
        out.append('\n');
    }

    private void fence(String language, String text) {
        var ticks = "`".repeat(Math.max(3, longest(text) + 1));
        out.append(ticks).append(language).append('\n').append(text.strip()).append('\n').append(ticks).append("\n\n");
    }

    private static int longest(String text) {
        return TICKS.matcher(text).results().mapToInt(m -> m.group().length()).max().orElse(0);
    }

    private static String code(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var one = text.replaceAll("\\s+", " ").strip().replace("|", "\\|");
        var ticks = "`".repeat(longest(one) + 1);
        var space = one.startsWith("`") || one.endsWith("`") ? " " : "";
        return ticks + space + (one.length() > 300 ? one.substring(0, 299) + "…" : one) + space + ticks;
    }

    private static String cell(String text) {
        return line(text.strip().replaceAll("\\R", " ")).replace("|", "\\|");
    }

    /// A text that stands in a line: what Markdown or HTML would read as markup is escaped.
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]#])", "\\\\$1").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
