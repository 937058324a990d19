package dev.posthorn.odata.edm;

import dev.posthorn.odata.ODataProblem;

/// Reads the metadata of any OData service: CSDL 1 to 3 and 4 in XML, 4.01 in JSON.
///
/// 1. What is broken as XML or JSON is a problem with line and column.
/// 2. What is sound and unknown is passed over and listed in `Edm.notes`.
/// 3. Other documents that it refers to are listed in `Edm.references`, and not fetched.
public final class MetadataReader {

    private MetadataReader() {}

    /// @param text the body of the answer to `GET …/$metadata`
    /// @throws ODataProblem where it is no metadata; the sentence says what it is
    public static Edm read(String text) throws ODataProblem {
        if (text.isBlank()) {
            throw new ODataProblem("The metadata is empty", 1, 1);
        }
        var parts = new EdmParts();
        var links = new Links(parts);
        var schemas = new SchemaReader(parts, links);
        var first = text.charAt(0) == '\uFEFF' ? text.substring(1, Math.min(text.length(), 200)) : text.substring(0, Math.min(text.length(), 200));
        if (first.stripLeading().startsWith("{")) {
            new CsdlJson(parts, schemas).read(text);
        } else if (first.stripLeading().startsWith("<")) {
            new CsdlXml(text, parts, schemas).read();
        } else {
            throw new ODataProblem("The metadata is neither XML nor JSON; it begins with \"" + first.strip().substring(0, Math.min(30, first.strip().length())) + "\"", 1, 1);
        }
        links.finish();
        return new Edm(parts);
    }
}
