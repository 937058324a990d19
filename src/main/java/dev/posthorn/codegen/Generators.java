package dev.posthorn.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All targets that a request can be written for, in the order of the menu.
public final class Generators {

    private static final int WIDTH = 110;

    public static final List<Generator> ALL = List.of(
            new CurlBash(),
            new CurlCmd(),
            new JavaScriptFetch(),
            new JavaScriptAxios(),
            new CSharpHttpClient(),
            new CSharpRestSharp(),
            new JavaHttpClient(),
            new JavaOkHttp(),
            new PythonRequests(),
            new RawHttp());

    private Generators() {}

    public static Optional<Generator> of(String id) {
        return ALL.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    /// The limits that concern a call.
    public static List<String> limits(Generator generator, Call call) {
        return generator.target().limits().stream().filter(l -> l.concerns().test(call)).map(Limit::sentence).toList();
    }

    /// The whole code: what must be known first, as comments, then the request.
    public static String code(Generator generator, Call call, Style style) {
        var out = new StringBuilder();
        var sentences = new ArrayList<>(call.notes());
        sentences.addAll(limits(generator, call));
        if (!call.slots().isEmpty()) {
            sentences.add(generator.target().setting() + String.join(", ", call.slots()));
        }
        sentences.forEach(sentence -> comment(generator.target().comment(), sentence, out));
        if (!sentences.isEmpty()) {
            out.append('\n');
        }
        return out.append(generator.write(call, style).strip()).append('\n').toString();
    }

    private static void comment(String mark, String sentence, StringBuilder out) {
        var line = new StringBuilder(mark);
        for (var word : plain(sentence).split(" ")) {
            if (line.length() + word.length() > WIDTH && line.length() > mark.length()) {
                out.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(mark);
            }
            line.append(word).append(' ');
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /// A line end in a sentence would end the comment, and Java reads `\\u` even there.
    private static String plain(String sentence) {
        return sentence.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").replace("\\u", "\\\\u");
    }
}
