package dev.posthorn.cli.report;

/// An XML 1.0 document as text, indented by two spaces. Characters that XML cannot hold become U+FFFD.
final class XmlText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    void open(String name, Object... attributes) {
        start(name, attributes);
        out.append(">\n");
        depth++;
    }

    void close(String name) {
        depth--;
        out.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    void empty(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>\n");
    }

    void text(String name, String text, Object... attributes) {
        start(name, attributes);
        out.append("><![CDATA[").append(legal(text).replace("]]>", "]]]]><![CDATA[>")).append("]]></").append(name).append(">\n");
    }

    private void start(String name, Object... attributes) {
        out.append("  ".repeat(depth)).append('<').append(name);
        for (var index = 0; index < attributes.length; index += 2) {
            out.append(' ').append(attributes[index]).append("=\"").append(escaped(String.valueOf(attributes[index + 1]))).append('"');
        }
    }

    private static String escaped(String text) {
        return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;");
    }

    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(c == '\n' || c == '\r' || c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 ? c : 0xFFFD));
        return legal.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
