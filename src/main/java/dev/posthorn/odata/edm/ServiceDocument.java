package dev.posthorn.odata.edm;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/// Reads the page at the root of a service, which names its sets: what is left where `$metadata` cannot be read.
public final class ServiceDocument {

    private ServiceDocument() {}

    /// @param text the body of the answer: AtomPub, or JSON of any version
    /// @return metadata with sets and nothing else
    /// @throws ODataProblem where it is no service document
    public static Edm read(String text) throws ODataProblem {
        var start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return start.stripLeading().startsWith("<") ? xml(start) : json(start);
    }

    private static Edm json(String text) throws ODataProblem {
        try {
            if (JsonReader.read(text) instanceof Json.Obj root) {
                if (root.object("d") instanceof Json.Obj d && d.get("EntitySets") instanceof Json.Arr names) {
                    return Edm.ofSets(Version.V2, names.elements().stream().filter(Json.Text.class::isInstance).map(n -> set(((Json.Text) n).value(), ((Json.Text) n).value(), false, "")).toList(), List.of());
                }
                if (root.get("value") instanceof Json.Arr list) {
                    return light(root, list);
                }
            }
        } catch (JsonProblem e) {
            throw new ODataProblem("The service document is neither XML nor sound JSON: " + e.getMessage(), e.line(), e.column());
        }
        throw new ODataProblem("This is no service document of OData: it names no sets");
    }

    private static Edm light(Json.Obj root, Json.Arr list) {
        var sets = new ArrayList<EntitySet>();
        var notes = new ArrayList<String>();
        for (var element : list.elements()) {
            if (element instanceof Json.Obj one) {
                var kind = one.text("kind");
                if (kind.isEmpty() || kind.equals("EntitySet") || kind.equals("Singleton")) {
                    sets.add(set(one.text("name"), one.text("url").isEmpty() ? one.text("name") : one.text("url"), kind.equals("Singleton"), one.text("title")));
                } else {
                    notes.add("The " + kind + " `" + one.text("name") + "` was passed over.");
                }
            }
        }
        return Edm.ofSets(root.has("odata.metadata") ? Version.V3 : Version.V4, sets, notes);
    }

    private static EntitySet set(String name, String url, boolean singleton, String title) {
        return new EntitySet(name, "", singleton, url, Map.of(), Words.of(title.equals(name) ? "" : title, ""));
    }

    private static Edm xml(String text) throws ODataProblem {
        var xml = new XmlText(text);
        while (xml.next() != XMLStreamConstants.START_ELEMENT) { }
        if (!xml.here().getLocalName().equals("service")) {
            throw xml.at("This XML is no service document: it begins with `" + xml.here().getLocalName() + "`");
        }
        var sets = new ArrayList<EntitySet>();
        var version = Version.V2;
        for (var i = 0; i < xml.here().getNamespaceCount(); i++) {
            if (String.valueOf(xml.here().getNamespaceURI(i)).contains("docs.oasis-open.org/odata")) {
                version = Version.V4;
            }
        }
        while (xml.more()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                var kind = xml.here().getLocalName();
                if (kind.equals("collection") || kind.equals("singleton")) {
                    sets.add(collection(xml, kind.equals("singleton")));
                }
            }
        }
        return Edm.ofSets(version, sets, List.of());
    }

    private static EntitySet collection(XmlText xml, boolean singleton) throws ODataProblem {
        var url = xml.here().getAttributeValue(null, "href");
        var name = "";
        for (var i = 0; i < xml.here().getAttributeCount(); i++) {
            name = xml.here().getAttributeLocalName(i).equals("name") ? xml.here().getAttributeValue(i) : name;
        }
        var title = "";
        while (xml.child()) {
            if (xml.here().getLocalName().equals("title")) {
                title = xml.textToEnd().strip();
            } else {
                xml.skip();
            }
        }
        var address = url == null ? title : url;
        return set(name.isEmpty() ? address : name, address, singleton, title);
    }
}
