package dev.posthorn.exports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// Lets the harmless HTML of a description through: tags of a short list, without attributes, and each closed where it must be. All else is shown as text.
final class SafeTags {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|<!--(?s:.*?)-->");
    private static final Set<String> INLINE = Set.of("b", "strong", "i", "em", "code", "sub", "sup", "u", "s", "small", "kbd");
    private static final Set<String> BLOCK = Set.of("p", "ul", "ol", "li", "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "h4", "h5", "h6");

    private final Deque<String> open = new ArrayDeque<>();

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /// @param blocks whether tags of blocks are let through; whatever is open at the end of the text is closed then
    private String cleaned(String html, boolean blocks) {
        var out = new StringBuilder();
        var matcher = TAG.matcher(html);
        var from = 0;
        var before = open.size();
        while (matcher.find()) {
            out.append(escaped(html.substring(from, matcher.start())));
            from = matcher.end();
            if (matcher.group(2) != null) {
                tag(out, matcher.group(), !matcher.group(1).isEmpty(), matcher.group(2).toLowerCase(java.util.Locale.ROOT), blocks, before);
            }
        }
        out.append(escaped(html.substring(from)));
        while (blocks && open.size() > before) {
            out.append("</").append(open.pop()).append('>');
        }
        return out.toString();
    }

    private void tag(StringBuilder out, String raw, boolean closing, String name, boolean blocks, int floor) {
        if (name.equals("br") || name.equals("hr") && blocks) {
            out.append('<').append(name).append('>');
        } else if (!INLINE.contains(name) && !(blocks && BLOCK.contains(name))) {
            out.append(name.matches("div|span|a|font|center|section|img") ? "" : escaped(raw));
        } else if (!closing) {
            open.push(name);
            out.append('<').append(name).append('>');
        } else if (open.contains(name) && (!blocks || open.size() > floor)) {
            while (!open.isEmpty()) {
                var top = open.pop();
                out.append("</").append(top).append('>');
                if (top.equals(name)) {
                    return;
                }
            }
        }
    }

    String closeAll() {
        var out = new StringBuilder();
        while (!open.isEmpty()) {
            out.append("</").append(open.pop()).append('>');
        }
        return out.toString();
    }

    /// Takes the place of the library's own rendering of raw HTML.
    record Renderer(HtmlWriter writer, SafeTags tags) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(HtmlBlock.class, HtmlInline.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof HtmlBlock block) {
                writer.line();
                writer.raw(tags.cleaned(block.getLiteral(), true));
                writer.line();
            } else if (node instanceof HtmlInline inline) {
                writer.raw(tags.cleaned(inline.getLiteral(), false));
            }
        }
    }
}
