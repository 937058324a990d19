package dev.posthorn.odata.edm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One element of a CSDL document, with its place; a document in JSON is turned into the same.
///
/// Attributes of SAP's and Microsoft's namespaces are named `sap:label`, `m:HttpMethod`, `store:…`, whatever their prefix is; others are left out.
final class Element {

    final String name;
    final int line;
    final int column;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Element> children = new ArrayList<>(2);
    private StringBuilder text;

    Element(String name, int line, int column) {
        this.name = name;
        this.line = line;
        this.column = column;
    }

    /// The attribute's value, "" where it is absent.
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    boolean flag(String attribute) {
        return get(attribute).equals("true") || get(attribute).equals("1");
    }

    boolean flag(String attribute, boolean otherwise) {
        return has(attribute) ? flag(attribute) : otherwise;
    }

    List<Element> all(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).toList();
    }

    Element first(String childName) {
        for (var child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    void append(String more) {
        if (text == null && more.isBlank()) {
            return;
        }
        text = text == null ? new StringBuilder() : text;
        text.append(more);
    }

    String text() {
        return text == null ? "" : text.toString().strip();
    }

    /// Where it stands, as the end of a note; "" where it is not known.
    String place() {
        return line == 0 ? "" : " (line " + line + ")";
    }
}
