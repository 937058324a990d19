package dev.posthorn.exports;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/// Turns descriptions, which are Markdown, into safe HTML or into Markdown that fits below the headings of a page.
final class MarkdownText {

    private static final int DEEPEST = 100;

    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).maxOpenBlockParsers(DEEPEST).build();
    private final MarkdownRenderer markdown = MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    /// Safe: tags outside a short list, all attributes, and links other than web and mail addresses are taken out or shown as text.
    String html(String text, int below) {
        if (text.isBlank()) {
            return "";
        }
        var open = new SafeTags();
        var renderer = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).escapeHtml(true).sanitizeUrls(true)
                .nodeRendererFactory(context -> new SafeTags.Renderer(context.getWriter(), open)).build();
        return renderer.render(parsed(text, below)) + open.closeAll();
    }

    String markdown(String text, int below) {
        if (text.isBlank()) {
            return "";
        }
        var node = parsed(text, below);
        node.accept(new Scripts());
        return markdown.render(node).strip();
    }

    private Node parsed(String text, int below) {
        var node = parser.parse(text);
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(6, heading.getLevel() + below));
                visitChildren(heading);
            }
        });
        return node;
    }

    /// What could run or load becomes code.
    private static final class Scripts extends AbstractVisitor {

        private static final java.util.regex.Pattern ACTIVE = java.util.regex.Pattern.compile(
                "(?is).*(<\\s*/?\\s*(script|iframe|object|embed|style|link|meta|form|svg|base|frame|applet|math)|\\bon\\w+\\s*=|javascript:|data:).*");

        @Override
        public void visit(HtmlBlock block) {
            if (ACTIVE.matcher(block.getLiteral()).matches()) {
                var code = new FencedCodeBlock();
                code.setFenceCharacter("`");
                code.setOpeningFenceLength(longest(block.getLiteral()) + 3);
                code.setInfo("html");
                code.setLiteral(block.getLiteral() + "\n");
                block.insertBefore(code);
                block.unlink();
            }
        }

        private static int longest(String text) {
            return java.util.regex.Pattern.compile("`+").matcher(text).results().mapToInt(m -> m.group().length()).max().orElse(0);
        }

        @Override
        public void visit(HtmlInline inline) {
            if (ACTIVE.matcher(inline.getLiteral()).matches()) {
                inline.insertBefore(new Code(inline.getLiteral()));
                inline.unlink();
            }
        }
    }
}
