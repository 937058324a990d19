package dev.posthorn.imports.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells from where a value stands in a description to which request or component it belongs, and why a collection has no place for it.
final class Pointers {

    private static final Set<String> METHODS = Set.copyOf(Operation.METHODS);

    /// Parts that are one thing, however much stands in them.
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("callbacks", "what the server calls back; a collection holds only what is called"),
            Map.entry("webhooks", "what the server calls; a collection holds only what is called"),
            Map.entry("links", "how one answer leads to the next request; a collection has no place for links"),
            Map.entry("schema", "rules for values: a sample was made from them, and a collection has no place for the rest"),
            Map.entry("schemas", "rules for values: a collection has no place for those that no request uses, nor for what makes no sample"),
            Map.entry("definitions", "rules for values: a collection has no place for those that no request uses, nor for what makes no sample"),
            Map.entry("encoding", "how a part is encoded: only its content type has a place"),
            Map.entry("examples", "the first example is used; a collection has no place for more of them here"),
            Map.entry("headers", "what a header means has no place in a saved answer: its name and a value are kept"),
            Map.entry("operationId", "the request is named by the summary: it has no second name"),
            Map.entry("externalDocs", "a collection has no place for links to other pages here"),
            Map.entry("scopes", "what scopes mean has no place in an authorization: those asked for are kept"),
            Map.entry("flows", "an authorization has one way to a token; the first usable one was taken"),
            Map.entry("securitySchemes", "no request uses it in this form"),
            Map.entry("securityDefinitions", "no request uses it in this form"),
            Map.entry("parameters", "nothing refers to it, or a collection has no place for it"),
            Map.entry("responses", "nothing refers to it, or a collection has no place for it"),
            Map.entry("security", "a request has one authorization: another way was taken"));

    private Pointers() {}

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    private static List<String> parts(String pointer) {
        return Arrays.asList(pointer.substring(1).split("/", -1));
    }

    private static String joined(List<String> parts, int count) {
        return "/" + String.join("/", parts.subList(0, Math.min(count, parts.size())));
    }

    /// The operation, path, component or top-level part that the value belongs to.
    static String owner(String pointer) {
        if (pointer.isEmpty()) {
            return "";
        }
        var parts = parts(pointer);
        return joined(parts, ownerLength(parts));
    }

    private static int ownerLength(List<String> parts) {
        return switch (parts.getFirst()) {
            case "paths", "webhooks" -> parts.size() > 2 && METHODS.contains(parts.get(2)) ? 3 : 2;
            case "components" -> 3;
            case "definitions", "parameters", "responses", "securityDefinitions", OtherFiles.PLACE -> 2;
            default -> 1;
        };
    }

    /// Whether the value is part of a schema.
    static boolean inSchema(String pointer) {
        return pointer.startsWith("/components/schemas/") || pointer.startsWith("/definitions/")
                || pointer.startsWith("/paths/") && parts(pointer).indexOf("schema") > 1
                || pointer.startsWith("/components/") && parts(pointer).indexOf("schema") > 2;
    }

    /// The part that stands for a value nobody read: the nearest from the top that has a reason of its own, or an extension; else the value itself.
    static String group(String pointer) {
        var parts = parts(pointer);
        if (parts.getFirst().equals("webhooks")) {
            return joined(parts, 2);
        }
        for (var i = 0; i < parts.size(); i++) {
            if (parts.get(i).startsWith("x-") && (i < 1 || !parts.get(i - 1).equals("headers"))) {
                return joined(parts, i + 1);
            }
            if (i >= ownerLength(parts) && speaks(parts, i)) {
                return joined(parts, i + 1);
            }
        }
        return pointer.startsWith("/components/schemas/") || pointer.startsWith("/definitions/") ? owner(pointer) : pointer;
    }

    private static boolean speaks(List<String> parts, int i) {
        return REASONS.containsKey(parts.get(i)) && !parts.get(i).equals("parameters") && !parts.get(i).equals("responses")
                && !parts.get(i).equals("schemas") && !parts.get(i).equals("definitions");
    }

    static String reason(String pointer) {
        var parts = parts(pointer);
        var last = parts.getLast();
        if (last.startsWith("x-")) {
            return "an extension, whose meaning only its maker knows";
        }
        if (parts.size() == 2 && parts.getFirst().equals(OtherFiles.PLACE)) {
            return "no request uses anything of this file";
        }
        if (parts.size() == 2 && parts.getFirst().equals("paths")) {
            return "a path without operations";
        }
        if (REASONS.containsKey(last)) {
            return REASONS.get(last);
        }
        for (var part : parts) {
            if (REASONS.containsKey(part) && !part.equals("security")) {
                return REASONS.get(part);
            }
        }
        return "a collection has no place for it";
    }
}
