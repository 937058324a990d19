package dev.posthorn.imports.openapi;

import dev.posthorn.tree.Tracked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;

/// A description whose references are followed: inside the file and to what `OtherFiles` put beside it, never over a network.
final class Spec {

    private final Tracked root;
    private final boolean swagger;
    private final Ledger ledger;

    Spec(Tracked root, boolean swagger, Ledger ledger) {
        this.root = root;
        this.swagger = swagger;
        this.ledger = ledger;
    }

    Tracked root() {
        return root;
    }

    /// Whether it is Swagger 2, in whose places things stand otherwise.
    boolean swagger() {
        return swagger;
    }

    Ledger ledger() {
        return ledger;
    }

    /// What stands here, or what the reference here points to; absent where it points to nothing in this file, with a row that says so.
    Tracked resolve(Tracked here) {
        var seen = new HashSet<String>();
        var now = here;
        while (now.isObject() && now.get("$ref").isText()) {
            var reference = now.get("$ref");
            var target = reference.text();
            if (!target.startsWith("#")) {
                ledger.aside(reference.pointer(), "a reference to " + shortened(target),
                        "it points out of the file: addresses are not read, and of files only JSON and YAML in the folder of a description that is opened from there; put it there, or merge them into one file");
                return absent();
            }
            var found = seen.add(target) ? at(target.substring(1)) : absent();
            if (found.absent()) {
                ledger.aside(reference.pointer(), "a reference to " + shortened(target), "nothing stands there");
                return found;
            }
            now = found;
        }
        return now;
    }

    /// The value at a JSON pointer (RFC 6901), written as a URI fragment; absent where there is none.
    private Tracked at(String pointer) {
        var now = root;
        if (pointer.isEmpty()) {
            return now;
        }
        if (!pointer.startsWith("/")) {
            return absent();
        }
        for (var part : pointer.substring(1).split("/", -1)) {
            var key = decoded(part).replace("~1", "/").replace("~0", "~");
            if (now.isList()) {
                var list = now.list();
                now = key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size() ? list.get(Integer.parseInt(key)) : absent();
            } else {
                now = now.get(key);
            }
        }
        return now;
    }

    private static String decoded(String part) {
        try {
            return part.indexOf('%') < 0 ? part : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    private static Tracked absent() {
        return Tracked.of(null);
    }

    static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
