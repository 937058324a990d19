package dev.posthorn.imports.insomnia;

import dev.posthorn.imports.foreign.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Insomnia's templates: `{{ _.name }}`, `{% tag … %}` and `{# comment #}`.
///
/// 1. A variable, also one in an object (`_.user['id']`), becomes `{{user.id}}`; objects of the environment are flattened to the same names.
/// 2. Tags that Postman has a dynamic variable for become that one. All others stay as they are written, with a word about it.
final class Nunjucks implements Templates {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}|\\{%(.*?)%}|\\{#.*?#}", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("(?:_\\s*\\.\\s*|_(?=\\[))?((?:[A-Za-z_$][\\w$-]*|\\[\\s*(?:'[^']*'|\"[^\"]*\"|\\d+)\\s*])"
            + "(?:\\.[\\w$-]+|\\[\\s*(?:'[^']*'|\"[^\"]*\"|\\d+)\\s*])*)");
    private static final Pattern STEP = Pattern.compile("\\.?([\\w$-]+)|\\[\\s*(?:'([^']*)'|\"([^\"]*)\"|(\\d+))\\s*]");
    private static final Pattern TAG = Pattern.compile("\\s*-?\\s*([\\w-]+)\\s*(.*?)\\s*-?\\s*", Pattern.DOTALL);

    private static final Map<String, String> WHY = Map.of(
            "response", "it takes a value from another answer, which Postman does in a script: store it with pm.environment.set after that request",
            "prompt", "it asks when it is sent, which Postman does not",
            "request", "it takes a value from the request itself, which Postman does in a script (pm.request)",
            "cookie", "it takes a cookie, which Postman does in a script (pm.cookies)",
            "file", "it takes the content of a file, which Postman does not",
            "external", "it takes a secret from an outside vault: make it a variable of type secret");

    @Override
    public Templated translate(String text) {
        if (!text.contains("{{") && !text.contains("{%") && !text.contains("{#")) {
            return Templated.same(text);
        }
        var changes = new ArrayList<Change>();
        var out = new StringBuilder();
        var matcher = TEMPLATE.matcher(text);
        while (matcher.find()) {
            var found = matcher.group();
            var change = matcher.group(1) != null ? variable(found, matcher.group(1).strip()) : matcher.group(2) != null ? tag(found, matcher.group(2))
                    : new Change(found, "", "a comment of Insomnia's: it is sent as it stands here");
            var now = change.to().isEmpty() ? found : change.to();
            matcher.appendReplacement(out, java.util.regex.Matcher.quoteReplacement(now));
            if (!now.equals(found) || change.to().isEmpty()) {
                if (!changes.contains(change)) {
                    changes.add(change);
                }
            }
        }
        return new Templated(matcher.appendTail(out).toString(), changes);
    }

    private static Change variable(String found, String expression) {
        var path = PATH.matcher(expression);
        return path.matches() ? new Change(found, "{{" + dotted(path.group(1)) + "}}", "")
                : new Change(found, "", "it calculates, which Postman does in a script: it is kept as it is written");
    }

    /// `user['first name'][0]` as `user.first name.0`.
    private static String dotted(String path) {
        var names = new ArrayList<String>();
        var step = STEP.matcher(path);
        while (step.find()) {
            for (var group = 1; group <= 4; group++) {
                if (step.group(group) != null) {
                    names.add(step.group(group));
                }
            }
        }
        return String.join(".", names);
    }

    private static Change tag(String found, String content) {
        var tag = TAG.matcher(content);
        if (!tag.matches()) {
            return unknown(found, "");
        }
        var arguments = arguments(tag.group(2));
        var first = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (tag.group(1)) {
            case "uuid" -> new Change(found, "{{$guid}}", first.equals("v1") ? "Postman's is of version 4" : "");
            case "now" -> switch (first) {
                case "iso-8601", "" -> new Change(found, "{{$isoTimestamp}}", "");
                case "unix" -> new Change(found, "{{$timestamp}}", "");
                default -> unknown(found, "Postman has no time in this form");
            };
            case "faker" -> first.isEmpty() ? unknown(found, "") : new Change(found, "{{$" + first + "}}", "");
            default -> unknown(found, WHY.getOrDefault(tag.group(1), ""));
        };
    }

    private static Change unknown(String found, String why) {
        return new Change(found, "", (why.isEmpty() ? "Postman has no such tag" : why) + ": it is kept as it is written");
    }

    private static List<String> arguments(String text) {
        var arguments = new ArrayList<String>();
        var matcher = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^,\\s]+)").matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return arguments;
    }
}
