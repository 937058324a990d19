package dev.posthorn.odata.result;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.edm.XmlText;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/// Reads answers in XML: Atom feeds and entries of v2 and v3, single properties, and errors.
final class AtomAnswers {

    private final String text;
    private final AtomEntry entries;
    private Around around;
    private String next = "";
    private String delta = "";
    private long count = -1;

    AtomAnswers(String text, Around around) {
        this.text = text;
        this.around = around;
        entries = new AtomEntry();
    }

    Answer read() throws ODataProblem {
        var xml = new XmlText(text);
        while (xml.next() != XMLStreamConstants.START_ELEMENT) { }
        var base = xml.here().getAttributeValue("http://www.w3.org/XML/1998/namespace", "base");
        around = base == null || base.isEmpty() ? around : around.from(base);
        return switch (xml.here().getLocalName()) {
            case "feed" -> feed(xml);
            case "entry" -> page(List.of(entries.read(xml)), true);
            case "error" -> error(xml);
            case "Edmx", "service" -> throw new ODataProblem("This is the description of the service, and not data of it");
            case "html" -> throw new ODataProblem("The server answered with a web page, perhaps of a login, and not with OData; check the address and the authorization");
            default -> property(xml);
        };
    }

    private Page page(List<Json> rows, boolean one) {
        var found = new ColumnsFound(around);
        rows.forEach(found::see);
        var columns = found.columns(rows.isEmpty());
        var reader = new RowReader(around, columns);
        return new Page(columns, List.copyOf(rows.stream().map(reader::read).toList()), around.absolute(next), count, around.absolute(delta), one);
    }

    private Page feed(XmlText xml) throws ODataProblem {
        var rows = new ArrayList<Json>();
        while (xml.child()) {
            switch (xml.here().getLocalName()) {
                case "entry" -> rows.add(entries.read(xml));
                case "count" -> count = number(xml.textToEnd());
                case "link" -> {
                    var rel = xml.here().getAttributeValue(null, "rel");
                    var href = xml.here().getAttributeValue(null, "href");
                    next = "next".equals(rel) && href != null ? href : next;
                    delta = rel != null && rel.endsWith("/delta") && href != null ? href : delta;
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        return page(rows, false);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static ServiceError error(XmlText xml) throws ODataProblem {
        var code = "";
        var message = "";
        var details = new ArrayList<String>();
        while (xml.child()) {
            switch (xml.here().getLocalName()) {
                case "code" -> code = xml.textToEnd().strip();
                case "message" -> message = xml.textToEnd().strip();
                case "innererror" -> inner(xml, details, 0);
                default -> xml.skip();
            }
        }
        return new ServiceError(code, message, "", details);
    }

    private static void inner(XmlText xml, List<String> details, int depth) throws ODataProblem {
        while (xml.child()) {
            switch (xml.here().getLocalName()) {
                case "message" -> details.add(xml.textToEnd().strip());
                case "internalexception", "errordetails", "errordetail" -> {
                    if (depth < 8) {
                        inner(xml, details, depth + 1);
                    } else {
                        xml.skip();
                    }
                }
                default -> xml.skip();
            }
        }
    }

    /// A property by itself, or the result of a function: `<d:Name>…</d:Name>`, or a list with `<d:element>`.
    private Answer property(XmlText xml) throws ODataProblem {
        var value = entries.value(xml);
        return switch (value) {
            case Json.Arr list -> page(list.elements(), false);
            case Json.Obj object -> page(List.of(object), true);
            case Json.Null _ -> new PlainValue(null, around.type() == null ? "" : around.type().name());
            case Json.Text _, Json.Num _, Json.Flag _ -> new PlainValue(RowReader.said(value, around.type(), around.edm()), around.type() == null ? "" : around.type().name());
        };
    }
}
