package dev.posthorn.codegen;

/// The head of one part of a multipart form (RFC 7578), as the HTML standard writes its names.
final class PartHead {

    private PartHead() {}

    /// @param fileName null for none
    static String disposition(String name, String fileName) {
        return "form-data; name=\"" + quoted(name) + "\"" + (fileName == null ? "" : "; filename=\"" + quoted(fileName) + "\"");
    }

    static Text disposition(Content.Part part) {
        var named = Text.of("form-data; name=\"").and(part.name().with(PartHead::quoted)).and("\"");
        return part.fileName() == null ? named : named.and("; filename=\"").and(part.fileName().with(PartHead::quoted)).and("\"");
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
