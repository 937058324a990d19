package dev.posthorn.workbench;

import dev.posthorn.jsonpath.JsonPath;
import dev.posthorn.model.Check;
import dev.posthorn.model.Check.Operator;
import dev.posthorn.model.Check.Subject;
import dev.posthorn.model.Header;
import dev.posthorn.text.JsonPlace;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/// A test made of something in an answer, in both its forms: that it will be so again.
///
/// @param check  as a row of the Assertions table
/// @param script as a `pm.test` of the script after the answer
public record TestIdea(Check check, String script) {

    public enum Form { ASSERTION, SCRIPT }

    private static final int LONGEST_TITLE = 60;

    public static TestIdea ofStatus(int status) {
        return new TestIdea(new Check(true, Subject.STATUS, "", Operator.EQUALS, String.valueOf(status)),
                script("status is " + status, "pm.response.to.have.status(" + status + ");"));
    }

    public static TestIdea ofHeader(Header header) {
        return new TestIdea(new Check(true, Subject.HEADER, header.name(), Operator.EQUALS, header.value()),
                script("header " + header.name() + " is " + cut(quoted(header.value())),
                        "pm.expect(pm.response.headers.get(" + quoted(header.name()) + ")).to.eql(" + quoted(header.value()) + ");"));
    }

    public static TestIdea ofJson(JsonPlace place) {
        var path = new StringBuilder("$");
        var access = new StringBuilder("pm.response.json()");
        var words = new StringBuilder();
        for (var step : place.steps()) {
            if (step.key() == null) {
                path.append('[').append(step.index()).append(']');
                access.append('[').append(step.index()).append(']');
                words.append('[').append(step.index()).append(']');
            } else {
                var key = text(step.key());
                path.append(JsonPath.step(key));
                access.append(key.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? "." + key : "[" + quoted(key) + "]");
                words.append(words.isEmpty() ? "" : ".").append(key);
            }
        }
        return of(path.toString(), access.toString(), words.isEmpty() ? "body" : words.toString(), place);
    }

    private static TestIdea of(String path, String access, String words, JsonPlace place) {
        return switch (place.kind()) {
            case ARRAY -> new TestIdea(new Check(true, Subject.JSON_PATH, path, Operator.LENGTH, String.valueOf(place.size())),
                    script(words + " has " + place.size() + (place.size() == 1 ? " element" : " elements"), "pm.expect(" + access + ").to.be.an(\"array\").with.lengthOf(" + place.size() + ");"));
            case OBJECT -> typed(path, access, words, "object");
            case STRING -> place.raw() == null ? typed(path, access, words, "string") : valued(path, access, words, place.raw(), written(text(place.raw()), place.raw()));
            case OTHER -> valued(path, access, words, place.raw(), place.raw());
        };
    }

    private static TestIdea typed(String path, String access, String words, String type) {
        return new TestIdea(new Check(true, Subject.JSON_PATH, path, Operator.TYPE, type),
                script(words + " is of type " + type, "pm.expect(" + access + ").to.be.a(\"" + type + "\");"));
    }

    private static TestIdea valued(String path, String access, String words, String raw, String expected) {
        var literal = raw.startsWith("\"") ? quoted(text(raw)) : raw;
        return new TestIdea(new Check(true, Subject.JSON_PATH, path, Operator.EQUALS, expected),
                script(words + " is " + cut(literal), "pm.expect(" + access + ").to.eql(" + literal + ");"));
    }

    /// A string without its quotes, where it cannot be taken for something else then.
    private static String written(String value, String raw) {
        try {
            JsonReader.read(value);
            return raw;
        } catch (JsonProblem e) {
            return value.isBlank() || !value.equals(value.strip()) || value.lines().count() > 1 ? raw : value;
        }
    }

    private static String text(String raw) {
        try {
            return JsonReader.read(raw) instanceof Json.Text text ? text.value() : raw;
        } catch (JsonProblem e) {
            return raw;
        }
    }

    private static String quoted(String text) {
        return JsonWriter.compact(text);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE - 1) + "…" : text;
    }

    private static String script(String title, String line) {
        return "pm.test(" + quoted(title) + ", () => {\n  " + line + "\n});\n";
    }

    /// The rows with this one behind them; a row that is there already is not added again.
    public List<Check> after(List<Check> rows) {
        if (rows.contains(check)) {
            return rows;
        }
        var all = new ArrayList<>(rows);
        all.add(check);
        return all;
    }

    /// As a button says it: "$.total equals 3".
    public String words() {
        return check.sentence();
    }
}
