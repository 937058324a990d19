package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.query.Destination;
import dev.posthorn.odata.query.Expand;
import dev.posthorn.odata.query.Literals;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Order;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryCheck;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.query.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTest {

    private static final Edm SHOP = Samples.read(Samples.V4);
    private static final Edm STOCK = Samples.read(Samples.V2);
    private static final String ROOT = "https://example.org/odata";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "4|Customers?$select=Name,Age&$filter=Name%20eq%20'O''Neil%20%26%20Co'&$expand=Orders($select=Number;$filter=Price%20gt%205;$expand=Customer($levels=2))"
                    + "&$orderby=Name%20desc,Age&$top=10&$skip=20&$count=true&$search=%22a%20b%22&$format=json&custom=1",
            "4|Customers(01234567-89ab-cdef-0123-456789abcdef)/Orders(Number=5,Line='a%2Fb(c)')/Customer",
            "4|Customers({{id}})/Shop.Model.Total(year=@y)?@y=2024",
            "4|Best(count=3)?$top={{n}}",
            "4|Customers/$count?$filter=Name%20eq%20{{name}}",
            "4|Customers?$apply=groupby((Name))",
            "2|Products(5)?$select=Name,Price,Parts&$expand=Parts/Maker&$inlinecount=allpages&sap-client=100",
            "2|Products?$filter=Code%20eq%20guid'01234567-89ab-cdef-0123-456789abcdef'%20and%20Name%20eq%20'%C3%BCber%2B1'"})
    void aQueryIsTheSameUrlAgain(String version, String url) {
        var v = Version.of(version);
        var query = QueryUrl.read(ROOT + "/" + url, ROOT, v == Version.V4 ? SHOP : STOCK);
        assertEquals(ROOT + "/" + url, QueryUrl.write(query, ROOT + "/", v));
        assertEquals(query, QueryUrl.read(QueryUrl.write(query, ROOT, v), ROOT, Edm.unknown(v)));
    }

    @Test
    void nestedOptionsArePathsInVersion2() {
        var orders = new Expand("Orders", Options.NONE.withSelect(List.of("Number")).withExpand(List.of(new Expand("Items"))));
        var query = Query.of("Customers").withOptions(Options.NONE.withSelect(List.of("Name")).withExpand(List.of(orders, new Expand("Notes"))));
        assertEquals(ROOT + "/Customers?$select=Name,Orders/Number,Orders/Items,Notes&$expand=Orders/Items,Notes", QueryUrl.write(query, ROOT, Version.V2));
        assertEquals(ROOT + "/Customers?$select=Name&$expand=Orders($select=Number;$expand=Items),Notes", QueryUrl.write(query, ROOT, Version.V4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"$select=Name,Parts&$expand=Parts|Name", "$select=Parts&$expand=Parts|Parts", "$select=*,Parts&$expand=Parts/Maker|*, Parts", "$select=Name,Parts|Name, Parts"})
    void whatIsSelectedOnlyBecauseItIsExpandedIsNoColumnOfAnOldQuery(String options, String columns) {
        var query = QueryUrl.read(ROOT + "/Products?" + options, ROOT, STOCK);
        assertEquals(columns, String.join(", ", query.options().select()));
        assertEquals(ROOT + "/Products?" + options, QueryUrl.write(query, ROOT, Version.V2));
    }

    @ParameterizedTest
    @CsvSource({"https://a.b/x/odata/Customers('1')/Orders?$top=1, https://a.b/x/odata", "https://a.b/s.svc/Unknown(1)/More, https://a.b/s.svc", "https://a.b/x/$metadata, https://a.b/x",
            "{{base}}/Customers, {{base}}", "https://a.b, https://a.b", "https://a.b/x/y/, https://a.b/x/y"})
    void theServiceIsFoundInAnAddress(String url, String root) {
        assertEquals(root, QueryUrl.rootOf(url, SHOP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"Customers|Collection(Shop.Model.Customer)|Customers", "Me/Orders|Collection(Shop.Model.Order)|", "Customers(5)/Orders(Number=1,Line='a')/Customer|Shop.Model.Customer|Customers",
            "Customers(5)/Name|Edm.String|", "Customers(5)/Shop.Model.Total(year=5)|Edm.Decimal|", "Customers/Shop.Model.Vip(5)|Shop.Model.Vip|Customers", "Best(count=1)|Collection(Shop.Model.Customer)|Customers",
            "Customers/$count|Edm.Int64|"})
    void aPathLeadsToATypeAndASet(String path, String type, String set) {
        var there = Destination.of(QueryUrl.read(ROOT + "/" + path, ROOT, SHOP), SHOP);
        assertEquals(type, there.type().toString());
        assertEquals(set, there.set() == null ? null : there.set().name());
        assertEquals(List.of(), there.faults());
    }

    /// What is computed has a name from then on; what comes of `$apply` is not known.
    @ParameterizedTest
    @ValueSource(strings = {"Customers?$compute=Age add 1 as Next&$filter=Next gt 5&$orderby=Next desc&$select=Name,Next", "Customers?$apply=groupby((Name),aggregate(Age with sum as Total))&$filter=Total gt 5&$orderby=Total",
            "Customers?$filter=Orders/$count($filter=Price gt 5) gt 3", "Customers?$expand=Orders/$count($filter=Price gt 5)", "Customers?$expand=Orders($compute=Price mul 2 as Twice;$filter=Twice gt 5)"})
    void computedAndAggregatedNamesAreNoFaults(String url) {
        assertEquals(List.of(), QueryCheck.of(QueryUrl.read(ROOT + "/" + url, ROOT, SHOP), SHOP, Version.V4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Costumers|path|The service has no set `Costumers`; did you mean `Customers`?",
            "Customers(1)/Oders|path|`Customer` has no property `Oders`; did you mean `Orders`?",
            "Orders(5)|path|The key of Order has 2 parts: Number=…, Line=…",
            "Customers?$compute=Agee add 1 as Next|$compute|`Customer` has no property `Agee`; did you mean `Age`?",
            "Customers?$compute=Age add 1|$compute|A computed value has a name: Price mul Amount as Total",
            "Customers?$filter=Orders/$count($filter=Prise gt 5) gt 3|$filter|`Order` has no property `Prise`; did you mean `Price`?",
            "Customers?$select=Nam|$select|`Customer` has no property `Nam`; did you mean `Name`?",
            "Customers?$expand=Order|$expand|`Customer` leads nowhere by `Order`; did you mean `Orders`?",
            "Customers?$expand=Name|$expand|`Name` is no way to other entities and cannot be expanded",
            "Customers?$expand=Orders($filter=Prise gt 5)|$expand|In Orders, $filter: `Order` has no property `Prise`; did you mean `Price`?",
            "Customers?$orderby=Nme desc|$orderby|`Customer` has no property `Nme`; did you mean `Name`?",
            "Customers?$top=ten|$top|`ten` is no number from 0 on",
            "Customers?$fliter=x|$fliter|OData 4.0 has no option `$fliter`; did you mean `$filter`?",
            "Customers?$inlinecount=allpages|$inlinecount|",
            "Customers?$filter=a&$filter=b|$filter|`$filter` is there twice; the service takes one of them, or none"})
    void whatIsWrongInAQueryIsSaidByOption(String url, String option, String sentence) {
        var faults = QueryCheck.of(QueryUrl.read(ROOT + "/" + url, ROOT, SHOP), SHOP, Version.V4);
        if (sentence == null) {
            assertEquals("[]", faults.toString());
            return;
        }
        assertTrue(faults.stream().anyMatch(f -> f.option().equals(option) && f.fault().sentence().equals(sentence)), faults.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "2|Edm.String|O'Neil|'O''Neil'", "2|Edm.Guid|01234567-89ab-cdef-0123-456789abcdef|guid'01234567-89ab-cdef-0123-456789abcdef'", "2|Edm.Int64|12|12L", "2|Edm.Decimal|1.50|1.50M",
            "2|Edm.DateTime|2024-05-01|datetime'2024-05-01T00:00:00'", "2|Edm.DateTime|2024-05-01T10:00:00+02:00|datetime'2024-05-01T08:00:00'", "2|Edm.Time|13:20|time'PT13H20M'",
            "2|Edm.Binary|CgsM|X'0A0B0C'", "3|Edm.Double|1.5|1.5d", "4|Edm.Binary|+/8=|binary'-_8='", "4|Edm.Decimal|1.5|1.5", "4|Edm.DateTimeOffset|2024-05-01 10:00|2024-05-01T10:00:00Z",
            "4|Edm.Duration|PT5M|duration'PT5M'", "4|Shop.Model.Colour|Red, 4|Shop.Model.Colour'Red,Blue'", "4|Edm.GeographyPoint|POINT(1 2)|geography'SRID=4326;POINT(1 2)'", "4|Self.Money|3.20|3.20",
            "4|Edm.String|{{name}}|'{{name}}'", "4|Edm.Guid|{{id}}|{{id}}"})
    void valuesAreWrittenAsTheVersionHasThem(String version, String type, String value, String literal) throws ODataProblem {
        assertEquals(literal, Literals.of(type, value, Version.of(version), SHOP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Edm.Int32|3000000000|`3000000000` is out of range: Edm.Int32 goes from -2147483648 to 2147483647", "Edm.Guid|abc|`abc` is no GUID; write one like 00000000-0000-0000-0000-000000000000",
            "Edm.Boolean|yes|`yes` is no truth value; write true or false", "Edm.Date|1.5.2024|`1.5.2024` is no date; write one like 2026-01-31", "Edm.Byte|256|`256` is out of range: Edm.Byte goes from 0 to 255",
            "Shop.Model.Colour|Rad|`Rad` is none of the choices Red, Green, Blue; did you mean `Red`?", "Edm.Decimal|1,5|`1,5` is no number; write one like 12.5"})
    void aValueOfAnotherTypeIsRefusedWithAnExample(String type, String value, String sentence) {
        assertEquals(sentence, assertThrows(ODataProblem.class, () -> Literals.of(type, value, Version.V4, SHOP)).getMessage());
    }

    @Test
    void sortingReadsDirections() {
        var query = QueryUrl.read(ROOT + "/Customers?$orderby=Name%20DESC,Age+asc,concat(Name,',%20desc')", ROOT, SHOP);
        assertEquals(List.of(new Order("Name", true), new Order("Age", false), new Order("concat(Name,', desc')", false)), query.options().orderBy());
        assertEquals(new Segment("Customers"), query.path().getFirst());
    }
}
