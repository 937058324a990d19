package dev.posthorn.odata.edm;

import java.util.ArrayList;
import java.util.List;

/// What a service says can be done with the entities of a set; what it does not say is allowed.
///
/// Said by `InsertRestrictions`, `UpdateRestrictions` and `DeleteRestrictions` (OASIS Capabilities Vocabulary 1.0), and by `sap:creatable`, `sap:updatable`, `sap:deletable` (SAP's annotations of OData 2).
public record Allowed(boolean insert, boolean update, boolean delete) {

    public static final Allowed ALL = new Allowed(true, true, true);

    private static final String CAPABILITIES = "Org.OData.Capabilities.V1.";

    Allowed and(Allowed other) {
        return new Allowed(insert && other.insert, update && other.update, delete && other.delete);
    }

    /// "read only", "no new ones, no deleting"; "" where everything is allowed.
    public String words() {
        var missing = new ArrayList<String>();
        if (!insert) {
            missing.add("no new ones");
        }
        if (!update) {
            missing.add("no changes");
        }
        if (!delete) {
            missing.add("no deleting");
        }
        return missing.size() == 3 ? "read only" : String.join(", ", missing);
    }

    /// @param element of a set, or annotations that target one
    static Allowed of(Element element, EdmParts parts) {
        var found = new Allowed(element.flag("sap:creatable", true), element.flag("sap:updatable", true), element.flag("sap:deletable", true));
        for (var annotation : element.all("Annotation")) {
            var term = parts.full(annotation.get("Term"));
            switch (term.startsWith(CAPABILITIES) ? term.substring(CAPABILITIES.length()) : term.startsWith("Capabilities.") ? term.substring(13) : "") {
                case "InsertRestrictions" -> found = found.and(new Allowed(said(annotation, "Insertable"), true, true));
                case "UpdateRestrictions" -> found = found.and(new Allowed(true, said(annotation, "Updatable"), true));
                case "DeleteRestrictions" -> found = found.and(new Allowed(true, true, said(annotation, "Deletable")));
                default -> { }
            }
        }
        return found;
    }

    private static boolean said(Element annotation, String property) {
        var values = annotation.first("Record") == null ? List.<Element>of() : annotation.first("Record").all("PropertyValue");
        for (var value : values) {
            if (value.get("Property").equals(property)) {
                var within = value.first("Bool");
                return !(value.has("Bool") ? value.get("Bool") : within == null ? "" : within.text()).equals("false");
            }
        }
        return true;
    }
}
