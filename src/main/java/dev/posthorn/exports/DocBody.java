package dev.posthorn.exports;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import java.util.List;

/// The body of a request as documentation shows it: a text in some language, or rows of a table.
///
/// @param kind     in words: "JSON", "Form fields"
/// @param language of the text, for colours: "json", "xml", "graphql", "text"
/// @param text     empty where there are rows
record DocBody(String kind, String language, String text, List<Entry> rows) {

    private static final int LONGEST = 20_000;

    static DocBody of(Request request) {
        return switch (request.body()) {
            case Body.None _ -> new DocBody("", "text", "", List.of());
            case Body.Raw raw -> new DocBody(raw.text().isBlank() ? "" : switch (raw.language()) {
                case "json" -> "JSON";
                case "xml" -> "XML";
                case "html" -> "HTML";
                case "javascript" -> "JavaScript";
                default -> "Text";
            }, raw.language(), shortened(raw.text()), List.of());
            case Body.UrlEncoded form -> new DocBody("Form, URL-encoded", "text", "", form.fields());
            case Body.FormData form -> new DocBody("Form with parts", "text", "", form.parts().stream().map(p -> p.file()
                    ? p.entry().withValue(p.files().isEmpty() ? "a file" : "the file " + String.join(", ", p.files())) : p.entry()).toList());
            case Body.Binary binary -> new DocBody("A file", "text", binary.source().isEmpty() ? "any file" : binary.source(), List.of());
            case Body.GraphQl graph -> new DocBody("GraphQL", "graphql", shortened(graph.query() + (graph.variables().isBlank() ? "" : "\n\n# variables\n" + graph.variables())), List.of());
        };
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST)
                + "\n… " + (text.length() - LONGEST) + " more characters";
    }

    /// The language of an answer, by its type and its first character.
    static String language(String type, String text) {
        var start = text.stripLeading();
        return type.contains("json") || start.startsWith("{") || start.startsWith("[") ? "json" : type.contains("xml") || type.contains("html") || start.startsWith("<") ? "xml" : "text";
    }
}
