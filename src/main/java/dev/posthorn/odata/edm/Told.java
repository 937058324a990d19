package dev.posthorn.odata.edm;

/// Finds what the metadata tells people about a thing: annotations of v4, SAP's attributes, `Documentation` of v2.
final class Told {

    private Told() {}

    static Words words(Element element, EdmParts parts) {
        var label = element.get("sap:label");
        var text = element.get("sap:quickinfo");
        for (var child : element.children) {
            if (child.name.equals("Annotation")) {
                switch (term(child, parts)) {
                    case "Core.Description" -> text = text.isEmpty() ? value(child) : text;
                    case "Core.LongDescription" -> text = text.isEmpty() ? value(child) : text + "\n" + value(child);
                    case "Common.Label" -> label = value(child);
                    default -> { }
                }
            } else if (child.name.equals("Documentation")) {
                text = documentation(child);
            }
        }
        return Words.of(label, text);
    }

    /// Whether the server fills the value in.
    static boolean computed(Element element, EdmParts parts) {
        for (var child : element.children) {
            if (child.name.equals("Annotation") && term(child, parts).equals("Core.Computed")) {
                return !value(child).equals("false");
            }
        }
        return false;
    }

    /// The last two parts of a term's name that say what it is, without the version: `Core.Description`.
    private static String term(Element annotation, EdmParts parts) {
        var name = parts.full(annotation.get("Term"));
        return switch (name) {
            case "Org.OData.Core.V1.Description", "Core.Description" -> "Core.Description";
            case "Org.OData.Core.V1.LongDescription", "Core.LongDescription" -> "Core.LongDescription";
            case "Org.OData.Core.V1.Computed", "Core.Computed" -> "Core.Computed";
            case "com.sap.vocabularies.Common.v1.Label", "Common.Label" -> "Common.Label";
            default -> "";
        };
    }

    private static String value(Element annotation) {
        if (annotation.has("String")) {
            return annotation.get("String");
        }
        if (annotation.has("Bool")) {
            return annotation.get("Bool");
        }
        return annotation.children.isEmpty() ? annotation.text() : annotation.children.getFirst().text();
    }

    private static String documentation(Element documentation) {
        var summary = documentation.first("Summary");
        var more = documentation.first("LongDescription");
        var both = (summary == null ? "" : summary.text()) + (more == null ? "" : "\n" + more.text());
        return both.isBlank() ? documentation.text() : both.strip();
    }
}
