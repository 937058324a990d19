package dev.posthorn.odata.result;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.edm.XmlText;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;

/// Turns an entry of Atom into the object that the same answer has in JSON, so that rows are made of one thing alone.
final class AtomEntry {

    private static final String METADATA = "/dataservices/metadata";
    private static final String RELATED = "/dataservices/related/";
    private static final String MEDIA = "/dataservices/mediaresource/";
    private static final String EDIT_MEDIA = "/dataservices/edit-media/";

    /// The current element is `entry`; it is read to its end.
    Json read(XmlText xml) throws ODataProblem {
        var members = new ArrayList<Json.Member>();
        var etag = metadata(xml, "etag");
        if (etag != null) {
            members.add(member("odata.etag", text(etag)));
        }
        while (xml.child()) {
            switch (xml.here().getLocalName()) {
                case "id" -> members.add(member("odata.id", text(xml.textToEnd().strip())));
                case "category" -> category(xml, members);
                case "link" -> link(xml, members);
                case "content" -> content(xml, members);
                case "properties" -> properties(xml, members);
                default -> xml.skip();
            }
        }
        return new Json.Obj(0, 0, members);
    }

    private static void category(XmlText xml, List<Json.Member> members) throws ODataProblem {
        var scheme = xml.here().getAttributeValue(null, "scheme");
        var term = xml.here().getAttributeValue(null, "term");
        if (scheme != null && scheme.endsWith("/scheme") && term != null) {
            members.add(member("odata.type", text(term)));
        }
        xml.skip();
    }

    private void content(XmlText xml, List<Json.Member> members) throws ODataProblem {
        var source = xml.here().getAttributeValue(null, "src");
        if (source != null) {
            members.add(member("odata.mediaReadLink", text(source)));
            var type = xml.here().getAttributeValue(null, "type");
            members.add(member("odata.mediaContentType", text(type == null ? "" : type)));
        }
        while (xml.child()) {
            if (xml.here().getLocalName().equals("properties")) {
                properties(xml, members);
            } else {
                xml.skip();
            }
        }
    }

    private void link(XmlText xml, List<Json.Member> members) throws ODataProblem {
        var rel = value(xml, "rel");
        var href = value(xml, "href");
        var type = value(xml, "type");
        if (rel.equals("edit")) {
            members.add(member("odata.editLink", text(href)));
        } else if (rel.equals("edit-media")) {
            members.add(member("odata.mediaEditLink", text(href)));
        } else if (rel.contains(MEDIA)) {
            var name = rel.substring(rel.indexOf(MEDIA) + MEDIA.length());
            members.add(member(name + "@odata.mediaReadLink", text(href)));
            members.add(member(name + "@odata.mediaContentType", text(type)));
        } else if (rel.contains(EDIT_MEDIA)) {
            members.add(member(rel.substring(rel.indexOf(EDIT_MEDIA) + EDIT_MEDIA.length()) + "@odata.mediaEditLink", text(href)));
        } else if (rel.contains(RELATED)) {
            related(xml, members, rel.substring(rel.indexOf(RELATED) + RELATED.length()), href, type);
            return;
        }
        xml.skip();
    }

    private void related(XmlText xml, List<Json.Member> members, String name, String href, String type) throws ODataProblem {
        members.add(member(name + "@odata.navigationLink", text(href)));
        while (xml.child()) {
            if (!xml.here().getLocalName().equals("inline")) {
                xml.skip();
                continue;
            }
            Json inline = type.contains("type=feed") ? new Json.Arr(0, 0, List.of()) : new Json.Null(0, 0);
            while (xml.child()) {
                switch (xml.here().getLocalName()) {
                    case "entry" -> inline = read(xml);
                    case "feed" -> inline = feed(xml);
                    default -> xml.skip();
                }
            }
            members.add(member(name, inline));
        }
    }

    private Json feed(XmlText xml) throws ODataProblem {
        var rows = new ArrayList<Json>();
        while (xml.child()) {
            if (xml.here().getLocalName().equals("entry")) {
                rows.add(read(xml));
            } else {
                xml.skip();
            }
        }
        return new Json.Arr(0, 0, rows);
    }

    private static String value(XmlText xml, String attribute) {
        var value = xml.here().getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    private static String metadata(XmlText xml, String attribute) {
        for (var i = 0; i < xml.here().getAttributeCount(); i++) {
            var namespace = xml.here().getAttributeNamespace(i);
            if (xml.here().getAttributeLocalName(i).equals(attribute) && namespace != null && namespace.endsWith(METADATA)) {
                return xml.here().getAttributeValue(i);
            }
        }
        return null;
    }

    private void properties(XmlText xml, List<Json.Member> members) throws ODataProblem {
        while (xml.child()) {
            var name = xml.here().getLocalName();
            var type = metadata(xml, "type");
            if (type != null && !members.isEmpty()) {
                members.add(member(name + "@odata.type", text(type)));
            }
            members.add(member(name, value(xml)));
        }
    }

    /// The value of the current element, which is read to its end: text, null, an object, or a list.
    Json value(XmlText xml) throws ODataProblem {
        var nothing = "true".equals(metadata(xml, "null"));
        var type = metadata(xml, "type");
        var list = type != null && type.startsWith("Collection(");
        var said = new StringBuilder();
        var members = new ArrayList<Json.Member>();
        var elements = new ArrayList<Json>();
        while (xml.more()) {
            var event = xml.next();
            if (event == javax.xml.stream.XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
                var name = xml.here().getLocalName();
                var value = value(xml);
                members.add(member(name, value));
                if (name.equals("element")) {
                    elements.add(value);
                }
            } else if (xml.here().hasText()) {
                said.append(xml.here().getText());
            }
        }
        if (nothing) {
            return new Json.Null(0, 0);
        }
        if (list || !elements.isEmpty() && elements.size() == members.size()) {
            return new Json.Arr(0, 0, elements);
        }
        return members.isEmpty() ? text(said.toString()) : new Json.Obj(0, 0, members);
    }

    private static Json.Member member(String name, Json value) {
        return new Json.Member(new Json.Text(0, 0, name), value);
    }

    private static Json text(String value) {
        return new Json.Text(0, 0, value);
    }
}
