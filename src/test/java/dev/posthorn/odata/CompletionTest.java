package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.query.Completion;
import dev.posthorn.odata.query.FilterReader;
import dev.posthorn.odata.query.FilterRows;
import dev.posthorn.odata.query.QueryCheck;
import dev.posthorn.odata.query.QueryProblem;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.query.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionTest {

    private static final Edm SHOP = Samples.read(Samples.V4);
    private static final Edm STOCK = Samples.read(Samples.V2);

    /// The bar is the caret; the first suggestions are what comes.
    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', value = {
            "$filter^ |^ Id Name Age", "$filter^ Na|^ Name", "$filter^ Name |^ eq ne gt", "$filter^ Name eq |^ '…' null", "$filter^ Age gt |^ 42 null", "$filter^ Colour eq |^ Red Green Blue",
            "$filter^ Colour eq 'Gr|^ Green", "$filter^ Active |^ and or eq", "$filter^ Active eq |^ true false", "$filter^ Name eq 'a' |^ and or", "$filter^ Name eq 'a' an|^ and",
            "$filter^ Name eq 'a' and |^ Id Name Age", "$filter^ Address/|^ City Place", "$filter^ Address/C|^ City Place", "$filter^ Orders/|^ any all $count", "$filter^ Orders/any(o:|^ o Id Name",
            "$filter^ Orders/any(o:o/|^ Number Line Price", "$filter^ Orders/any(o:o/Customer/N|^ Name", "$filter^ Orders/any(o:o/Price gt |^ 12.5 null", "$filter^ contains(|^ Id Name Age",
            "$filter^ contains(Name,'a') |^ and or eq", "$filter^ sta|^ startswith", "$filter^ (Name eq 'a' |^ and or )", "$filter^ Shop.Model.V|^ Shop.Model.Vip", "$filter^ Created gt |^ 2026-01-31T12:00:00Z null",
            "$filter^ Name eq 'a' or Nam| garbage ((^ Name", "$filter^ not |^ Id Name Age", "$filter^ year(Created) |^ eq ne gt",
            "$select^ |^ Id Name Age", "$select^ Id,N|^ Name", "$select^ Id,Name,Address/|^ City Place", "$orderby^ Name |^ asc desc", "$orderby^ Name desc,Ag|^ Age", "$orderby^ Name d|^ desc",
            "$expand^ |^ Orders Address", "$expand^ Orders(|^ $select $filter $expand", "$expand^ Orders($select=Nu|^ Number", "$expand^ Orders($select=Number;$filter=Price gt |^ 12.5 null",
            "$expand^ Orders($expand=Cus|^ Customer", "$count^ |^ true false"})
    void whatMayComeNextIsOffered(String option, String text, String first) {
        var caret = text.indexOf('|');
        var found = new Completion(SHOP, Version.V4, SHOP.structured("Shop.Model.Customer")).at(option, text.replace("|", ""), caret);
        var wanted = first.split(" ");
        assertEquals(List.of(wanted), found.stream().limit(wanted.length).map(Suggestion::label).toList());
        found.forEach(s -> assertTrue(s.from() <= caret && s.to() == caret && s.caret() <= s.insert().length(), s.toString()));
    }

    @Test
    void version2IsOfferedItsOwnLiteralsAndFunctions() {
        var completion = new Completion(STOCK, Version.V2, STOCK.structured("Stock.Product"));
        assertEquals("guid'00000000-0000-0000-0000-000000000000'", completion.at("$filter", "Code eq ", 8).getFirst().insert());
        assertEquals("datetime'2026-01-31T12:00:00'", completion.at("$filter", "Since gt ", 9).getFirst().insert());
        assertEquals("substringof", completion.at("$filter", "substringo", 10).getFirst().label());
        assertEquals("Edm.String · What it is called", completion.at("$select", "Na", 2).getFirst().detail());
    }

    /// Orders lead to customers and these to orders, without end: whatever is typed is answered, and stays as it is.
    @ParameterizedTest
    @ValueSource(ints = {3, 19, 60, 2_000})
    void expandsThatLeadRoundInCirclesDoNotRunAway(int depth) {
        var text = "Orders($expand=Customer($expand=".repeat(depth) + "Or";
        var found = new Completion(SHOP, Version.V4, SHOP.structured("Shop.Model.Customer")).at("$expand", text, text.length());
        assertTrue(depth > 8 || found.getFirst().label().equals("Orders"), found.toString());
        var closed = text + "ders" + "))".repeat(depth);
        var query = QueryUrl.read("https://h/s/Customers?$expand=" + closed, "https://h/s", SHOP);
        assertEquals("https://h/s/Customers?$expand=" + closed, QueryUrl.write(query, "https://h/s", Version.V4));
        assertNotNull(QueryCheck.of(query, SHOP, Version.V4));
    }

    @Test
    void whereNothingIsKnownNothingFails() {
        for (var option : List.of("$filter", "$select", "$expand", "$orderby")) {
            for (var text : List.of("", "a", "a/b", "a eq ", "a(", "a,", "((('", "a(b=c;", "any(x:x/")) {
                assertNotNull(new Completion(Edm.unknown(Version.V4), Version.V4, null).at(option, text, text.length()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "4|Name eq 'O''Neil' and Age gt 5|Name is O'Neil & Age greater than 5",
            "4|Name eq 'a' and (Age eq 5 or Age gt 7)|Name is a & (Age is 5 / Age greater than 7)",
            "4|not contains(Name,'x') and Active eq true and Born ne null|Name does not contain x & Active is true & Born is not empty",
            "4|Name in ('a','b')|Name is one of a,b", "4|Colour has Shop.Model.Colour'Red'|Colour has Red", "4|not (Name eq 'a' and Age lt 3)|(not Name is a & Age less than 3)",
            "4|Created ge 2024-01-01T00:00:00Z|Created at least 2024-01-01T00:00:00Z", "4|Name eq '{{name}}'|Name is {{name}}"})
    void rowsOfAFormAreTheFilterAndBack(String version, String filter, String rows) throws QueryProblem, ODataProblem {
        var group = FilterRows.of(FilterReader.read(filter, Version.of(version)));
        assertEquals(rows, shown(group, true));
        assertEquals(filter, new FilterRows(SHOP, Version.V4, SHOP.structured("Shop.Model.Customer")).text(group));
    }

    @Test
    void rowsOfVersion2() throws QueryProblem, ODataProblem {
        var filter = "(Code eq guid'01234567-89ab-cdef-0123-456789abcdef' or Code eq guid'11234567-89ab-cdef-0123-456789abcdef') and substringof('a',Name) and Big gt 5L";
        var group = FilterRows.of(FilterReader.read(filter, Version.V2));
        assertEquals("Code is one of 01234567-89ab-cdef-0123-456789abcdef,11234567-89ab-cdef-0123-456789abcdef & Name contains a & Big greater than 5", shown(group, true));
        assertEquals(filter, new FilterRows(STOCK, Version.V2, STOCK.structured("Stock.Product")).text(group));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"Age add 1 eq 5", "Orders/any(o:o/Price gt 5)", "Name eq Address/City", "length(Name) gt 5"})
    void whatIsMoreThanRowsHasNone(String filter) throws QueryProblem {
        assertEquals(null, FilterRows.of(FilterReader.read(filter, Version.V4)));
    }

    private static String shown(FilterRows.Node node, boolean top) {
        return switch (node) {
            case FilterRows.Row row -> (row.path() + " " + row.operator().words() + " " + String.join(",", row.values())).strip();
            case FilterRows.Group group -> (top ? "" : "(") + (group.not() ? "not " : "")
                    + String.join(group.and() ? " & " : " / ", group.nodes().stream().map(n -> shown(n, false)).toList()) + (top ? "" : ")");
        };
    }
}
