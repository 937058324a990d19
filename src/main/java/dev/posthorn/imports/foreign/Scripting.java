package dev.posthorn.imports.foreign;

import dev.posthorn.model.Script;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Gathers the scripts of a request, folder or collection, and says where they are written for another tool's API.
public final class Scripting {

    private final Ledger ledger;
    private final String tool;
    private final Pattern api;
    private final String names;
    private final List<Script> scripts = new ArrayList<>();

    /// @param api   finds the tool's own objects in the code
    /// @param names those objects, for the sentence: "bru, req and res"
    public Scripting(Ledger ledger, String tool, Pattern api, String names) {
        this.ledger = ledger;
        this.tool = tool;
        this.api = api;
        this.names = names;
    }

    public Scripting add(Script.Phase phase, Tracked at) {
        var code = at.text();
        if (!code.isBlank()) {
            scripts.add(new Script(phase, code));
            if (api.matcher(code).find()) {
                ledger.noted(at, "script", "it is kept as it is, but written for " + tool + "'s own " + names + ": it must be rewritten to pm.* before it runs");
            }
        }
        return this;
    }

    /// Code of ours, in place of something the tool did without a script.
    public Scripting made(Script.Phase phase, String code) {
        if (!code.isEmpty()) {
            scripts.add(new Script(phase, code));
        }
        return this;
    }

    /// One script for each phase, since Postman shows one; the parts in order, a blank line between them.
    public List<Script> all() {
        var all = new ArrayList<Script>();
        for (var phase : Script.Phase.values()) {
            var code = scripts.stream().filter(s -> s.phase() == phase).map(Script::code).collect(Collectors.joining("\n\n"));
            if (!code.isEmpty()) {
                all.add(new Script(phase, code));
            }
        }
        return all;
    }

    /// A JavaScript string with that text.
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /// A line that sets a variable for this request alone.
    public static String local(String name, String value) {
        return "pm.variables.set(" + quoted(name) + ", " + (value.contains("{{") ? "pm.variables.replaceIn(" + quoted(value) + ")" : quoted(value)) + ");";
    }
}
