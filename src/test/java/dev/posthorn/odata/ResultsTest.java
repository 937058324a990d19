package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.result.Around;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Page;
import dev.posthorn.odata.result.PlainValue;
import dev.posthorn.odata.result.Results;
import dev.posthorn.odata.result.ServiceError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResultsTest {

    private static final String ROOT = "https://example.org/odata";

    private static Around around(Edm edm, String set) {
        return new Around(edm, edm.version(), new TypeRef(edm.set(set).type(), true), edm.set(set), ROOT, ROOT + "/" + set);
    }

    private static Page page(String body, Around around) throws ODataProblem {
        return assertInstanceOf(Page.class, Results.read(body, around));
    }

    private static String row(Page page, int index) {
        return String.join(" | ", page.rows().get(index).cells().stream().map(Cell::text).toList());
    }

    private static String names(Page page) {
        return String.join(" ", page.columns().stream().map(c -> c.name()).toList());
    }

    @Test
    void aListOfVersion4IsATableWithLinksAndCount() throws ODataProblem {
        var around = around(Samples.read(Samples.V4), "Customers");
        var page = page("""
                {"@odata.context": "https://example.org/odata/$metadata#Customers", "@odata.count": 12, "value": [
                  {"@odata.etag": "W/\\"1\\"", "Age": 5, "Id": "01234567-89ab-cdef-0123-456789abcdef", "Name": "Ann", "Address": {"City": "Rome"}, "Tags": ["a", "b"], "More": true,
                   "Logo@odata.mediaReadLink": "Customers(5)/Logo", "Logo@odata.mediaContentType": "image/png", "Orders": [{"Number": 7, "Line": "a"}]},
                  {"@odata.type": "#Shop.Model.Vip", "Id": "11234567-89ab-cdef-0123-456789abcdef", "Name": null, "Level": 3}],
                 "@odata.nextLink": "Customers?$skiptoken=2"}
                """, around);
        assertEquals("Id Name Age Tags Address Logo More Level Orders", names(page));
        assertEquals("01234567-89ab-cdef-0123-456789abcdef | Ann | 5 | 2 entries | Rome | image/png | true |  | 1 entry", row(page, 0));
        assertEquals(12, page.count());
        assertEquals("https://example.org/odata/Customers?$skiptoken=2", page.next());
        var first = page.rows().getFirst();
        assertEquals("W/\"1\"", first.etag());
        assertEquals("https://example.org/odata/Customers(01234567-89ab-cdef-0123-456789abcdef)", first.url());
        var orders = assertInstanceOf(Cell.Related.class, first.cells().get(page.column("Orders")));
        assertEquals(first.url() + "/Orders", orders.url());
        var nested = Results.related(orders, "Orders", around);
        assertEquals("Number=7,Line='a'", nested.rows().getFirst().key());
        assertEquals("https://example.org/odata/Orders(Number=7,Line='a')", nested.rows().getFirst().url());
        assertInstanceOf(Cell.Nothing.class, page.rows().get(1).cells().get(page.column("Name")));
        assertInstanceOf(Cell.Absent.class, page.rows().get(1).cells().get(page.column("Age")));
        assertEquals("Shop.Model.Vip", page.rows().get(1).type());
        assertEquals("https://example.org/odata/Customers(5)/Logo", assertInstanceOf(Cell.Media.class, first.cells().get(page.column("Logo"))).url());
    }

    @Test
    void verboseJsonOfVersion2HasDatesLinksAndMedia() throws ODataProblem {
        var page = page("""
                {"d": {"results": [{"__metadata": {"uri": "https://other.org/s/Products(1)", "type": "Stock.Product", "etag": "W/\\"x\\"", "media_src": "https://other.org/s/Products(1)/$value", "content_type": "image/gif"},
                  "Id": 1, "Since": "/Date(1706745600000)/", "Seen": "/Date(1706745600000+0120)/", "Maker": {"__deferred": {"uri": "https://other.org/s/Products(1)/Maker"}}}],
                 "__count": "77", "__next": "https://other.org/s/Products?$skiptoken=1"}}
                """, around(Samples.read(Samples.V2), "Products"));
        assertEquals("Id Since Seen Maker", names(page));
        assertEquals("1 | 2024-02-01T00:00:00 | 2024-02-01T02:00:00+02:00 | ", row(page, 0));
        assertEquals(77, page.count());
        assertEquals("https://other.org/s/Products?$skiptoken=1", page.next());
        assertEquals("image/gif", page.rows().getFirst().media().contentType());
        assertEquals("Product number", page.columns().getFirst().label());
        assertEquals("https://other.org/s/Products(1)/Maker", assertInstanceOf(Cell.Related.class, page.rows().getFirst().cells().get(3)).url());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{\"d\": [{\"Id\": 1}]}", "{\"d\": {\"results\": [{\"Id\": 1}]}}", "{\"odata.metadata\": \"x\", \"value\": [{\"odata.type\": \"Stock.Product\", \"Id\": 1}]}",
            "[{\"Id\": 1}]", "{\"value\": [{\"Id\": 1}]}", "{\"d\": {\"Id\": 1}}", "{\"d\": {\"Find\": {\"results\": [{\"Id\": 1}]}}}", "{\"d\": {\"Find\": {\"Id\": 1}}}", "{\"Id\": 1}"})
    void everyShapeOfAnAnswerIsFound(String body) throws ODataProblem {
        var page = page(body, around(Samples.read(Samples.V2), "Products"));
        assertEquals("1", row(page, 0));
        assertEquals("1", page.rows().getFirst().key());
    }

    @Test
    void aFeedOfAtomIsTheSameTable() throws ODataProblem {
        var page = page("""
                <?xml version="1.0"?>
                <feed xml:base="https://other.org/s/" xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices">
                  <m:count>9</m:count><title>x</title>
                  <entry m:etag="W/&quot;1&quot;"><id>https://other.org/s/AccountCollection(1)</id>
                    <category term="Crm.Account" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme"/>
                    <link rel="edit" href="AccountCollection(guid'01234567-89ab-cdef-0123-456789abcdef')"/>
                    <link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/Contacts" type="application/atom+xml;type=feed" href="AccountCollection(1)/Contacts">
                      <m:inline><feed><entry><content type="application/xml"><m:properties><d:Name>Ann</d:Name></m:properties></content></entry></feed></m:inline></link>
                    <content type="application/xml"><m:properties><d:Id m:type="Edm.Guid">01234567-89ab-cdef-0123-456789abcdef</d:Id><d:Name>A &amp; B</d:Name><d:Revenue m:type="Edm.Decimal">1.50</d:Revenue><d:Count m:null="true"/></m:properties></content>
                  </entry>
                  <link rel="next" href="AccountCollection?$skiptoken=5"/>
                </feed>
                """, around(Samples.read(Samples.V3), "AccountCollection"));
        assertEquals("Id Name Revenue Count Contacts", names(page));
        assertEquals("01234567-89ab-cdef-0123-456789abcdef | A & B | 1.50 |  | 1 entry", row(page, 0));
        assertEquals("https://other.org/s/AccountCollection?$skiptoken=5", page.next());
        assertEquals(9, page.count());
        var row = page.rows().getFirst();
        assertEquals("guid'01234567-89ab-cdef-0123-456789abcdef'", row.key());
        assertEquals("https://other.org/s/AccountCollection(guid'01234567-89ab-cdef-0123-456789abcdef')", row.url());
        assertEquals("W/\"1\"", row.etag());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{\"error\": {\"code\": \"E1\", \"message\": \"No such thing\", \"target\": \"Name\", \"details\": [{\"message\": \"too long\", \"target\": \"City\"}]}}|No such thing. About: Name. City: too long. (E1)",
            "{\"error\": {\"code\": \"\", \"message\": {\"lang\": \"en\", \"value\": \"Not found.\"}, \"innererror\": {\"message\": \"deeper\", \"internalexception\": {\"message\": \"deepest\"}}}}|Not found. deeper. deepest.",
            "{\"odata.error\": {\"code\": \"5\", \"message\": {\"value\": \"Bad\"}}}|Bad. (5)",
            "<error xmlns='http://x'><code>7</code><message xml:lang='en'>Away</message><innererror><message>why</message></innererror></error>|Away. why. (7)"})
    void anErrorOfAServiceIsASentence(String body, String sentence) throws ODataProblem {
        assertEquals(sentence, assertInstanceOf(ServiceError.class, Results.read(body, Around.nothing(Version.V4))).sentence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"42|42", "{\"@odata.context\": \"x\", \"value\": 42}|42", "{\"@odata.context\": \"x\", \"value\": null}|", "\"a\"|a",
            "<d:Name xmlns:d='x'>Ann</d:Name>|Ann"})
    void aSingleValueIsPlain(String body, String value) throws ODataProblem {
        assertEquals(value, assertInstanceOf(PlainValue.class, Results.read(body, Around.nothing(Version.V4))).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{\"value\": [{\"a\": 1}, {\"b\": }]}|1|28", "{\"value\": [{\"a\" 1}]}|1|17", "{\"value\": [1,|1|14", "<feed><entry></feed>|1|16", "{\"value\": [1 2]}|1|14"})
    void aBrokenAnswerIsRefusedWithItsPlace(String body, int line, int column) {
        var problem = assertThrows(ODataProblem.class, () -> Results.read(body, Around.nothing(Version.V4)));
        assertEquals(line + ":" + column, problem.line() + ":" + problem.column(), problem.getMessage());
    }

    @Test
    void changesSinceThenNameWhatIsGone() throws ODataProblem {
        var page = page("""
                {"@context": "#$delta", "value": [{"@removed": {"reason": "deleted"}, "@id": "Customers(5)"}, {"Name": "New"},
                  {"@odata.context": "#Customers/$deletedEntity", "id": "Customers(6)", "reason": "changed"}], "@deltaLink": "Customers?$deltatoken=9"}
                """, Around.nothing(Version.V4));
        assertEquals("deleted", page.rows().get(0).removed());
        assertEquals("", page.rows().get(1).removed());
        assertEquals("changed", page.rows().get(2).removed());
        assertTrue(page.delta().endsWith("Customers?$deltatoken=9"));
    }

    @Test
    void anEmptyListHasTheColumnsOfItsType() throws ODataProblem {
        assertEquals("Id Name CreatedOn Revenue Count Contacts", names(page("{\"d\": {\"results\": []}}", around(Samples.read(Samples.V3), "AccountCollection"))));
    }
}
