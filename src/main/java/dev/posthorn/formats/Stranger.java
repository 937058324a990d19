package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.Place;
import java.util.Locale;

/// Says what a file is that cannot be opened: what it looks like, and where the trouble is.
public final class Stranger {

    private Stranger() {}

    public static ReadResult.NotOne broken(Document document, NotACollection problem) {
        var place = Place.of(document.text(), problem.offset());
        return new ReadResult.NotOne("This looks like a Postman collection, but " + problem.getMessage() + " (line " + place.line() + ", column "
                + place.column() + ").", place.line(), place.column());
    }

    /// A file that is known, but nested so deep that nobody wrote it by hand or by a program in its right mind.
    public static ReadResult.NotOne tooDeep(String format) {
        return nowhere("This looks like a file of " + format + ", but its lists and objects are nested more than " + Document.DEPTH + " levels deep.");
    }

    /// The same of a Postman file where a single item is nested so deep; null where none is.
    static ReadResult.NotOne tooDeep(Document document) {
        var deep = Nesting.below(document.root(), Nesting.LIMIT);
        if (deep == null) {
            return null;
        }
        var place = Place.of(document.text(), deep.start());
        return new ReadResult.NotOne("This looks like a Postman file, but at line " + place.line() + ", column " + place.column()
                + " its lists and objects are nested more than " + Nesting.LIMIT + " levels deep.", place.line(), place.column());
    }

    public static ReadResult.NotOne describe(Document document) {
        if (document.folder()) {
            return nowhere("The folder " + document.file() + " is no collection of a kind that is known here; open one of its files.");
        }
        return document.json() == null ? noJson(document.text(), document.problem()) : json(document);
    }

    private static ReadResult.NotOne noJson(String text, JsonProblem problem) {
        var start = text.substring(0, Math.min(text.length(), 2_000)).strip();
        var lower = start.toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return nowhere("The file is empty: there is no collection in it.");
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return nowhere("This is a ZIP archive: unpack it and open the files in it.");
        }
        if (start.indexOf('\0') >= 0) {
            return nowhere("This is a binary file, not a collection.");
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return nowhere("This is a web page, not a collection: perhaps the page about the file was saved instead of the file.");
        }
        if (start.startsWith("<")) {
            return nowhere(lower.contains("wsdl") ? "This is a WSDL description, which cannot be opened." : "This is XML, not a collection.");
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return new ReadResult.NotOne("The JSON is broken at line " + problem.line() + ", column " + problem.column() + ": "
                    + problem.getMessage() + ".", problem.line(), problem.column());
        }
        if (start.startsWith("version https://git-lfs")) {
            return nowhere("This is a Git LFS pointer, not the file itself: fetch it with \"git lfs pull\".");
        }
        if (lower.matches("(?s)(---\\s*|#[^\\n]*\\n\\s*)*[\\w$.-]+\\s*:(\\s.*|$)")) {
            return nowhere("This looks like YAML, not like a Postman collection, which is JSON.");
        }
        return new ReadResult.NotOne("This is no JSON, so it is no Postman collection (line " + problem.line() + ", column " + problem.column() + ": "
                + problem.getMessage() + ").", problem.line(), problem.column());
    }

    private static ReadResult.NotOne json(Document document) {
        if (!(document.json() instanceof Json.Obj root)) {
            return nowhere("The JSON is a " + (document.json() instanceof Json.Arr ? "list" : "single value")
                    + "; a Postman collection is an object with \"info\" and \"item\".");
        }
        var kind = kind(root);
        if (!kind.isEmpty()) {
            return nowhere("This is " + kind + ", not a Postman collection.");
        }
        for (var field : new String[] {"item", "requests", "values", "collection"}) {
            if (root.has(field)) {
                var place = Place.of(document.text(), root.get(field).start());
                return new ReadResult.NotOne("This looks like a Postman file, but the field \"" + field + "\" at line " + place.line() + ", column "
                        + place.column() + (field.equals("collection") ? " is not a collection." : " must be a list."), place.line(), place.column());
            }
        }
        var keys = root.members().stream().limit(4).map(m -> "\"" + m.key().value() + "\"").toList();
        return nowhere("This is JSON, but no collection and no environment: a collection has \"info\" and \"item\", an environment has \"values\"; "
                + (keys.isEmpty() ? "this object is empty." : "this one begins with " + String.join(", ", keys) + "."));
    }

    private static String kind(Json.Obj root) {
        if (root.has("openapi")) {
            return "a description of an API whose \"openapi\" is no text such as \"3.1.0\"";
        }
        if (root.object("log") != null && root.object("log").has("entries")) {
            return "a HAR recording whose \"entries\" are no list";
        }
        if (root.text("_type").equals("export")) {
            return "an Insomnia export of version " + root.text("__export_format") + " (from version 2 on they can be opened)";
        }
        if (root.has("clientName")) {
            return "a " + root.text("clientName") + " export";
        }
        if (root.has("$schema") && root.has("properties")) {
            return "a JSON schema";
        }
        if (root.has("dependencies") || root.has("devDependencies")) {
            return "a package.json of Node";
        }
        return "";
    }

    private static ReadResult.NotOne nowhere(String sentence) {
        return new ReadResult.NotOne(sentence, 0, 0);
    }
}
