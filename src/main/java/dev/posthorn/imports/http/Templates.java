package dev.posthorn.imports.http;

import dev.posthorn.formats.Report;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Turns the variables of `.http` files into ours: `{{name}}` is the same, dynamic ones have other names.
final class Templates {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([^{}\\n]{1,200}?)\\s*}}");
    private static final Pattern NAMED = Pattern.compile("\\$(?:processEnv|dotenv)\\s+%?([\\w.-]+)|\\$env\\.([\\w.-]+)");

    /// Those that mean the same under another name; the longest that a reference begins with counts.
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("$uuid", "$guid"), Map.entry("$random.uuid", "$guid"), Map.entry("$datetime iso8601", "$isoTimestamp"),
            Map.entry("$random.email", "$randomEmail"), Map.entry("$random.address.city", "$randomCity"), Map.entry("$random.name.firstName", "$randomFirstName"),
            Map.entry("$random.name.lastName", "$randomLastName"), Map.entry("$random.internet.url", "$randomUrl"));

    private static final List<String> OURS = List.of("$guid", "$timestamp", "$isoTimestamp", "$randomInt", "$randomUUID");

    private final List<Report.Row> rows;

    Templates(List<Report.Row> rows) {
        this.rows = rows;
    }

    String translated(String text, String item, String place) {
        if (!text.contains("{{")) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement("{{" + name(found.group(1), item, place) + "}}"));
    }

    private String name(String name, String item, String place) {
        var environment = NAMED.matcher(name);
        if (environment.matches()) {
            var ours = environment.group(1) == null ? environment.group(2) : environment.group(1);
            return changed(name, ours, "a variable of the system: give it a value in an environment", item, place);
        }
        if (SAME.containsKey(name)) {
            return changed(name, SAME.get(name), "the same under another name", item, place);
        }
        if (name.startsWith("$randomInt ") || name.startsWith("$random.integer")) {
            return changed(name, "$randomInt", "a whole number from 0 to 1000, whatever limits were given", item, place);
        }
        if (name.startsWith("%")) {
            return changed(name, name.substring(1), "URLs are encoded where they need it", item, place);
        }
        if (name.startsWith("$") && !OURS.contains(name)) {
            rows.add(Report.Row.aside(item, place, "{{" + name + "}}", "there is no such dynamic variable here: it is kept as written"));
        } else if (name.matches("[\\w-]+\\.(request|response)\\..*")) {
            rows.add(Report.Row.aside(item, place, "{{" + name + "}}", "a value of another request's answer: set a variable by a script there"));
        }
        return name;
    }

    private String changed(String from, String to, String reason, String item, String place) {
        rows.add(Report.Row.translated(item, place, "{{" + from + "}}", "{{" + to + "}}", reason));
        return to;
    }
}
