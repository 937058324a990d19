package dev.posthorn.odata.edm;

import dev.posthorn.odata.ODataProblem;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML that a server sent, piece by piece and without trust: no DTD, no entities of its own, no files fetched, no endless nesting.
public final class XmlText {

    /// Elements nest no deeper.
    private static final int DEEPEST = 200;
    private static final Pattern PLACE = Pattern.compile("(?s)^ParseError at \\[row,col\\]:\\[\\d+,\\d+\\]\\s*Message: ");

    private final XMLStreamReader reader;
    private int depth;

    /// @throws ODataProblem where the text is no XML at all
    public XmlText(String text) throws ODataProblem {
        var start = text.startsWith("\uFEFF") ? 1 : 0;
        var head = text.substring(start, Math.min(text.length(), start + 600)).stripLeading();
        if (head.regionMatches(true, 0, "<!doctype html", 0, 14) || head.regionMatches(true, 0, "<html", 0, 5)) {
            throw new ODataProblem("The server answered with a web page, perhaps of a login, and not with OData; check the address and the authorization", 1, 1);
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((XMLResolver) (_, _, _, _) -> new java.io.ByteArrayInputStream(new byte[0]));
        try {
            reader = factory.createXMLStreamReader(new StringReader(start == 0 ? text : text.substring(1)));
        } catch (XMLStreamException e) {
            throw problem(e);
        }
    }

    /// The next piece, as in `XMLStreamConstants`.
    public int next() throws ODataProblem {
        try {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
                throw at("Elements are nested more than " + DEEPEST + " levels deep");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw at("The XML has a document type or entities of its own, which are not read, since they can name files and grow without end");
            }
            return event;
        } catch (XMLStreamException e) {
            throw problem(e);
        }
    }

    public boolean more() throws ODataProblem {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw problem(e);
        }
    }

    public XMLStreamReader here() {
        return reader;
    }

    public int depth() {
        return depth;
    }

    /// Goes on to the next element that begins within the current one; false at its end.
    public boolean child() throws ODataProblem {
        while (more()) {
            var event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /// Passes over the current element and all within.
    public void skip() throws ODataProblem {
        var end = depth - 1;
        while (depth > end && more()) {
            next();
        }
    }

    /// The text within the current element, which is read to its end.
    public String textToEnd() throws ODataProblem {
        var text = new StringBuilder();
        var end = depth - 1;
        while (depth > end && more()) {
            var event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    public ODataProblem at(String sentence) {
        return new ODataProblem(sentence, reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }

    private static ODataProblem problem(XMLStreamException e) {
        var place = e.getLocation();
        var said = e.getMessage() == null ? "it ends too early" : PLACE.matcher(e.getMessage()).replaceFirst("").strip();
        var text = said.contains("must start and end within the same entity") ? "The XML ends in the middle: it was cut off on its way" : "The XML is broken: " + said.replaceAll("\\s+", " ").replaceFirst("[.]$", "");
        return place == null ? new ODataProblem(text) : new ODataProblem(text, Math.max(place.getLineNumber(), 1), Math.max(place.getColumnNumber(), 1));
    }
}
