package dev.posthorn.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Lays a text out for reading: one pass over UTF-8 bytes, in constant memory, every token kept as it came (numbers as written, duplicate keys, order).
public final class Pretty {

    /// What became of it: `brokenAt` is the byte from which the text was copied as it came because it is not of that language, -1 where all was laid out.
    public record Result(long brokenAt) {

        public static final Result WHOLE = new Result(-1);

        public boolean whole() {
            return brokenAt < 0;
        }
    }

    private Pretty() {}

    /// True for json, xml and html.
    public static boolean knows(String language) {
        return language.equals("json") || language.equals("xml") || language.equals("html");
    }

    /// @param language json, xml or html; any other is copied
    public static Result format(String language, InputStream in, OutputStream out, Watch watch) throws IOException {
        var pen = new Pen(in, out, watch);
        var result = switch (language) {
            case "json" -> new JsonPretty(pen).run();
            case "xml" -> new MarkupPretty(pen, false).run();
            case "html" -> new MarkupPretty(pen, true).run();
            default -> pen.copyRest();
        };
        pen.flush();
        return result;
    }
}
