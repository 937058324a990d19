package dev.posthorn.odata.edm;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import javax.xml.stream.XMLStreamConstants;

/// Reads metadata in XML: EDMX 1.0 and 4.0 with CSDL of every namespace that was ever in use. One type at a time is in memory as XML.
final class CsdlXml {

    private static final String SAP = "http://www.sap.com/Protocols/SAPData";
    private static final String METADATA = "/dataservices/metadata";
    private static final String STORE = "http://schemas.microsoft.com/ado/2009/02/edm/annotation";

    private final String text;
    private final EdmParts parts;
    private final SchemaReader schemas;
    private boolean anything;
    private boolean versionSaid;

    CsdlXml(String text, EdmParts parts, SchemaReader schemas) {
        this.text = text;
        this.parts = parts;
        this.schemas = schemas;
    }

    void read() throws ODataProblem {
        aliases();
        var xml = new XmlText(text);
        while (xml.more()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                top(xml);
            }
        }
        if (!anything) {
            throw new ODataProblem("This XML is no metadata of OData: there is no `Schema` in it", 1, 1);
        }
    }

    /// Aliases may be used before they are declared: a first look at the whole text finds them.
    private void aliases() throws ODataProblem {
        var xml = new XmlText(text);
        while (xml.more()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                var name = xml.here().getLocalName();
                if (name.equals("Schema") || name.equals("Using") || name.equals("Include")) {
                    var alias = xml.here().getAttributeValue(null, "Alias");
                    var namespace = xml.here().getAttributeValue(null, "Namespace");
                    if (alias != null && namespace != null) {
                        parts.aliases.put(alias, namespace);
                    }
                }
            }
        }
    }

    /// An element around the schemas.
    private void top(XmlText xml) throws ODataProblem {
        switch (xml.here().getLocalName()) {
            case "Edmx" -> edmx(xml);
            case "DataServices" -> services(xml);
            case "Reference" -> reference(xml);
            case "Schema" -> schema(xml);
            case "Runtime", "ConceptualModels" -> { }
            case "error" -> throw new ODataProblem("The server answered with an error: " + message(element(xml)), 1, 1);
            case "service" -> throw new ODataProblem("This is the service document and not the metadata, which is at `$metadata`", 1, 1);
            default -> {
                if (xml.depth() == 1) {
                    throw xml.at("This XML is no metadata of OData: it begins with `" + xml.here().getLocalName() + "`, not with `Edmx`");
                }
                parts.note("`" + xml.here().getLocalName() + "` was passed over (line " + xml.here().getLocation().getLineNumber() + ").");
                xml.skip();
            }
        }
    }

    private static String message(Element error) {
        var message = error.first("message");
        return message == null ? error.text() : message.text();
    }

    private void edmx(XmlText xml) {
        if (Version.of(xml.here().getAttributeValue(null, "Version")) == Version.V4) {
            parts.version = Version.V4;
            versionSaid = true;
        }
    }

    private void services(XmlText xml) {
        if (versionSaid) {
            return;
        }
        for (var i = 0; i < xml.here().getAttributeCount(); i++) {
            var name = xml.here().getAttributeLocalName(i);
            var said = Version.of(xml.here().getAttributeValue(i));
            if (said != null && (name.equals("DataServiceVersion") || name.equals("MaxDataServiceVersion"))) {
                parts.version = versionSaid && parts.version.compareTo(said) > 0 ? parts.version : said;
                versionSaid = true;
            }
        }
    }

    private void reference(XmlText xml) throws ODataProblem {
        var element = element(xml);
        var uri = element.has("Uri") ? element.get("Uri") : element.get("Url");
        parts.references.add(uri);
    }

    private void schema(XmlText xml) throws ODataProblem {
        anything = true;
        if (!versionSaid) {
            var namespace = xml.here().getNamespaceURI() == null ? "" : xml.here().getNamespaceURI();
            parts.version = namespace.contains("oasis-open.org") ? Version.V4 : namespace.contains("2009/11") ? Version.V3 : Version.V2;
            versionSaid = true;
        }
        var schema = new Element("Schema", xml.here().getLocation().getLineNumber(), xml.here().getLocation().getColumnNumber());
        attributes(xml, schema);
        schemas.begin(schema);
        while (xml.child()) {
            schemas.read(element(xml));
        }
    }

    /// The current element with all within, read to its end.
    private Element element(XmlText xml) throws ODataProblem {
        var here = xml.here().getLocation();
        var element = new Element(xml.here().getLocalName().intern(), here.getLineNumber(), here.getColumnNumber());
        attributes(xml, element);
        while (xml.more()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.children.add(element(xml));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> element.append(xml.here().getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                default -> { }
            }
        }
        return element;
    }

    private void attributes(XmlText xml, Element element) {
        var here = xml.here();
        for (var i = 0; i < here.getAttributeCount(); i++) {
            var prefix = prefix(here.getAttributeNamespace(i));
            if (prefix != null) {
                element.attributes.put(prefix + here.getAttributeLocalName(i), here.getAttributeValue(i));
            }
        }
    }

    private static String prefix(String namespace) {
        if (namespace == null || namespace.isEmpty()) {
            return "";
        }
        return namespace.equals(SAP) ? "sap:" : namespace.equals(STORE) ? "store:" : namespace.endsWith(METADATA) ? "m:" : null;
    }
}
