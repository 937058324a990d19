package dev.posthorn.ui.editor;

import dev.posthorn.text.Pretty;
import dev.posthorn.text.Tokenizers;
import dev.posthorn.text.Watch;
import dev.posthorn.vars.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The languages of bodies and scripts, in the order of the chooser.
public final class Languages {

    public static final Language TEXT = language("text", "Text");
    public static final Language GRAPHQL = language("graphql", "GraphQL");

    public static final List<Language> ALL = List.of(
            TEXT, language("json", "JSON"), language("xml", "XML"), language("html", "HTML"), language("javascript", "JavaScript"));

    private Languages() {}

    private static Language language(String id, String label) {
        return new Language(id, label, Tokenizers.of(id), Pretty.knows(id) ? Optional.of(text -> pretty(id, text)) : Optional.empty());
    }

    /// The language of code that the program writes: java, csharp, python, shell, cmd, http or javascript.
    public static Language ofCode(String id) {
        return new Language(id, id, Tokenizers.ofCode(id), Optional.empty());
    }

    /// The language of that id; plain text where it is not known.
    public static Language of(String id) {
        return ALL.stream().filter(l -> l.id().equals(id)).findFirst().orElse(TEXT);
    }

    /// Variables that stand bare in JSON (`"n": {{count}}`) are lent quotes while it is laid out.
    private static String pretty(String id, String text) {
        var bare = id.equals("json") ? bareReferences(text) : List.<Template.Reference>of();
        var quoted = new StringBuilder();
        var from = 0;
        for (var i = 0; i < bare.size(); i++) {
            quoted.append(text, from, bare.get(i).start()).append('"').append(stand(i)).append('"');
            from = bare.get(i).end();
        }
        var laid = run(id, quoted.append(text, from, text.length()).toString());
        for (var i = bare.size() - 1; i >= 0; i--) {
            laid = laid.replace("\"" + stand(i) + "\"", text.substring(bare.get(i).start(), bare.get(i).end()));
        }
        return laid;
    }

    private static String stand(int number) {
        return "\uE000posthorn-" + number + "\uE000";
    }

    private static List<Template.Reference> bareReferences(String text) {
        var bare = new ArrayList<Template.Reference>();
        var inString = false;
        var at = 0;
        for (var reference : Template.parse(text).references()) {
            for (; at < reference.start(); at++) {
                if (text.charAt(at) == '\\' && inString) {
                    at++;
                } else if (text.charAt(at) == '"') {
                    inString = !inString;
                }
            }
            if (!inString) {
                bare.add(reference);
            }
            at = reference.end();
        }
        return bare;
    }

    private static String run(String id, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length * 2);
        try {
            var result = Pretty.format(id, new ByteArrayInputStream(bytes), out, Watch.none());
            if (!result.whole()) {
                var before = new String(bytes, 0, (int) Math.min(bytes.length, result.brokenAt()), StandardCharsets.UTF_8);
                throw new IllegalArgumentException("look at line " + (before.chars().filter(c -> c == '\n').count() + 1) + ".");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
