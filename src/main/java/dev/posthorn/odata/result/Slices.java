package dev.posthorn.odata.result;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds where values stand in a JSON text, without making a tree of it: a tree takes ten times the memory of its text.
final class Slices {

    /// Where a value stands: `start` its first char, `end` the one after its last.
    record Slice(int start, int end) {}

    private final String text;

    Slices(String text) {
        this.text = text;
    }

    Slice whole() throws ODataProblem {
        var start = space(text.startsWith("\uFEFF") ? 1 : 0);
        if (start == text.length()) {
            throw new ODataProblem("The answer is empty");
        }
        var end = value(start);
        if (space(end) < text.length()) {
            throw broken();
        }
        return new Slice(start, end);
    }

    char first(Slice slice) {
        return text.charAt(slice.start());
    }

    Json json(Slice slice) throws ODataProblem {
        try {
            return JsonReader.read(text.substring(slice.start(), slice.end()));
        } catch (JsonProblem e) {
            throw broken();
        }
    }

    /// The members of an object.
    Map<String, Slice> members(Slice object) throws ODataProblem {
        var members = new LinkedHashMap<String, Slice>();
        var at = space(object.start() + 1);
        while (at < object.end() - 1) {
            var keyEnd = value(at);
            var colon = space(keyEnd);
            if (text.charAt(at) != '"' || colon >= text.length() || text.charAt(colon) != ':') {
                throw broken();
            }
            var start = space(colon + 1);
            var end = value(start);
            members.put(json(new Slice(at, keyEnd)) instanceof Json.Text key ? key.value() : "", new Slice(start, end));
            at = comma(end, object.end());
        }
        return members;
    }

    /// The elements of a list: starts and ends in turn.
    int[] elements(Slice list) throws ODataProblem {
        var places = new int[64];
        var count = 0;
        var at = space(list.start() + 1);
        while (at < list.end() - 1) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            var end = value(at);
            places[count++] = at;
            places[count++] = end;
            at = comma(end, list.end());
        }
        return Arrays.copyOf(places, count);
    }

    private int comma(int from, int end) throws ODataProblem {
        var at = space(from);
        if (at == end - 1) {
            return at;
        }
        if (at >= end || text.charAt(at) != ',') {
            throw broken();
        }
        return space(at + 1);
    }

    private int space(int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /// The char after the value that begins at `from`.
    private int value(int from) throws ODataProblem {
        var depth = 0;
        var at = from;
        while (at < text.length()) {
            var c = text.charAt(at);
            switch (c) {
                case '"' -> at = string(at);
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at = depth == 0 ? word(at) : at + 1;
            }
            if (depth <= 0) {
                break;
            }
        }
        if (at == from || depth != 0) {
            throw broken();
        }
        return at;
    }

    private int word(int from) {
        var at = from;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private int string(int open) throws ODataProblem {
        var at = open + 1;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            at += c == '\\' ? 2 : 1;
        }
        throw broken();
    }

    /// What is wrong, and where, as the strict reader has it.
    private ODataProblem broken() {
        try {
            JsonReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return new ODataProblem("The answer is JSON of a form that is not OData's");
        } catch (JsonProblem e) {
            return new ODataProblem("The answer is no sound JSON: " + e.getMessage(), e.line(), e.column());
        }
    }
}
