package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.query.FilterCheck;
import dev.posthorn.odata.query.FilterReader;
import dev.posthorn.odata.query.FilterText;
import dev.posthorn.odata.query.QueryProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterTest {

    private static final Edm SHOP = Samples.read(Samples.V4);
    private static final Edm STOCK = Samples.read(Samples.V2);

    @ParameterizedTest
    @ValueSource(strings = {
            "Name eq 'O''Neil'", "Age gt 5 and (Active or not Active)", "Name eq null", "contains(Name,'a') and not endswith(Name,'b')", "(Age add 2) mul 3 gt 10",
            "Age add 2 mul 3 gt 10", "Name in ('a','b')", "Colour has Shop.Model.Colour'Red,Green'", "Colour eq Shop.Model.Colour'Blue'", "Address/City eq 'Rome'",
            "Orders/any(o:o/Price gt 100 and o/Customer/Name eq $it/Name)", "Orders/all(o:o/Number ne 5)", "Orders/any()", "Tags/any(t:t eq 'x')", "Orders/$count gt 3",
            "Created ge 2024-01-01T00:00:00Z", "Created gt now()", "Born eq 2024-02-29", "Id eq 01234567-89ab-cdef-0123-456789abcdef", "Credit eq -1.5e3", "Age eq -5", "-Age lt 0",
            "Shop.Model.Vip/Level gt 1", "cast(Age,Edm.String) eq '5'", "isof(Shop.Model.Vip)", "Shop.Model.Total(year=2024) gt 5", "geo.distance(Address/Place,geography'POINT(1 2)') lt 5",
            "Orders/any(o:o/Paid gt duration'PT1H')", "year(Created) eq 2024 or month(Born) lt 3", "Name eq {{name}} and Age gt {{age}}", "Name eq @p", "Active", "Active eq true",
            "length(concat(concat(Name,' '),Address/City)) gt 5", "Credit eq INF", "startswith(tolower(Name),'a') eq true", "matchesPattern(Name,'^a')", "Name eq 'a/b(c),d''e'"})
    void filtersOfVersion4AreReadFoundSoundAndWrittenAsTheyWere(String filter) throws QueryProblem {
        assertEquals("[]", FilterCheck.ofText(filter, SHOP, Version.V4, SHOP.structured("Shop.Model.Customer")).toString());
        assertEquals(filter, FilterText.of(FilterReader.read(filter, Version.V4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Since gt datetime'2020-01-01T00:00:00'", "Seen eq datetimeoffset'2020-01-01T00:00:00+02:00'", "Code eq guid'01234567-89ab-cdef-0123-456789abcdef'", "Price gt 1.5M", "Big eq 12L",
            "Opens eq time'PT13H20M'", "Picture eq X'0A0B'", "substringof('a',Name)", "substringof('a',Name) eq true", "replace(Name,'a','b') eq 'c'", "Id mod 2 eq 0", "indexof(Name,'a') ge 0"})
    void filtersOfVersion2AreReadFoundSoundAndWrittenAsTheyWere(String filter) throws QueryProblem {
        assertEquals("[]", FilterCheck.ofText(filter, STOCK, Version.V2, STOCK.structured("Stock.Product")).toString());
        assertEquals(filter, FilterText.of(FilterReader.read(filter, Version.V2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "Name eq 5|8-9|`Name` is text, compare it with a text in quotes: '5'|'5'",
            "Nme eq 'a'|0-3|`Customer` has no property `Nme`; did you mean `Name`?|Name",
            "Age eq '5'|7-10|`Age` is a number, compare it with a number, without quotes: 5|5",
            "Id eq 'x'|6-9|`Id` is a GUID, compare it with a GUID such as 00000000-0000-0000-0000-000000000000|",
            "Id eq '01234567-89ab-cdef-0123-456789abcdef'|6-44|`Id` is a GUID, compare it with a GUID such as 00000000-0000-0000-0000-000000000000: 01234567-89ab-cdef-0123-456789abcdef|01234567-89ab-cdef-0123-456789abcdef",
            "Created gt 2024-01-01|11-21|`Created` is a date with time, compare it with a date with time such as 2026-01-31T12:00:00Z: 2024-01-01T00:00:00Z|2024-01-01T00:00:00Z",
            "Active eq 'true'|10-16|`Active` is true or false, compare it with true or false, without quotes: true|true",
            "Colour eq 'Red'|10-15|`Colour` is one of several names, compare it with one of its names, such as Shop.Model.Colour'Red': Shop.Model.Colour'Red'|Shop.Model.Colour'Red'",
            "Colour eq Shop.Model.Colour'Pink'|10-33|`Pink` is none of the choices Red, Green, Blue|",
            "Name|0-4|A filter wants something that is true or false; `Name` is text; compare it with a value|",
            "Name eq 'a|8-10|The quote that opens here is not closed|",
            "Name = 'a'|5-6|Equal is written `eq`|eq",
            "Name eqq 'a'|5-8|`eqq` is no operator; did you mean `eq`?|eq",
            "Name eq|7-7|A property or a value is missing at the end|",
            "(Name eq 'a'|12-12|A ) is missing at the end|",
            "Name eq 'a')|11-12|There is no ( for this )|",
            "Name eq \"a\"|8-9|Text stands in single quotes: 'like this'|",
            "contain(Name,'a')|0-17|There is no function `contain`; did you mean `contains`?|",
            "contains(Name)|0-14|`contains` takes 2 values, not 1: the first text contains the second|",
            "substringof('a',Name)|0-21|OData 4.0 has no function `substringof`; write contains(Name, 'text')|",
            "contains(Age,'a')|9-12|`contains` wants text here; `Age` is a number|",
            "Orders/Price gt 5|7-12|This is a list: ask any(x:x/Price …) or all(…) of it|",
            "Address eq 'Rome'|0-7|`Address` is an object and cannot be compared with a value|",
            "Name/Length gt 5|5-11|`Length` leads nowhere: what stands before it is text|",
            "not Name eq 'a'|4-8|`not` wants something that is true or false; `Name` is text; put what it denies in brackets|",
            "Name add 5 eq 6|0-4|`add` calculates with numbers; `Name` is text|",
            "Born eq 2024-02-30|8-18|`2024-02-30` is no date; write one like 2026-01-31|",
            "Name eq'a'|5-7|A space is missing between `eq` and the quote|",
            "Age > 5|4-5|`>` is written gt or ge|",
            "Orders/any(o)|12-13|A colon is missing behind `o`: any(o:o/Name eq 'a')|"})
    void whatIsWrongIsSaidWithItsPlaceAndItsMend(String filter, String place, String sentence, String fix) {
        var fault = FilterCheck.ofText(filter, SHOP, Version.V4, SHOP.structured("Shop.Model.Customer")).getFirst();
        assertEquals(sentence, fault.sentence());
        assertEquals(place, fault.start() + "-" + fault.end());
        assertEquals(fix, fault.fix());
    }

    @Test
    void version2WantsItsOwnLiterals() {
        var fault = FilterCheck.ofText("Code eq '01234567-89ab-cdef-0123-456789abcdef'", STOCK, Version.V2, STOCK.structured("Stock.Product")).getFirst();
        assertEquals("guid'01234567-89ab-cdef-0123-456789abcdef'", fault.fix());
        fault = FilterCheck.ofText("Since gt datetimeoffset'2020-01-01T00:00:00Z'", STOCK, Version.V2, STOCK.structured("Stock.Product")).getFirst();
        assertEquals("datetime'2020-01-01T00:00:00'", fault.fix());
    }

    @Test
    void longAndDeepFiltersEndWithASentenceAtWorst() throws QueryProblem {
        var many = "Name eq 'a'" + " or Name eq 'b'".repeat(20_000);
        assertEquals(many, FilterText.of(FilterReader.read(many, Version.V4)));
        for (var deep : new String[] {"(".repeat(100_000), "not ".repeat(100_000) + "Active", "- ".repeat(100_000) + "5", "Age" + " add 1".repeat(100_000), "a" + "/a".repeat(100_000),
                "concat(".repeat(50_000), "'".repeat(99_999), "[".repeat(100_000), "a.".repeat(100_000), "1".repeat(100_000), "Orders/any(o:".repeat(5_000)}) {
            assertFalse(FilterCheck.ofText(deep, SHOP, Version.V4, SHOP.structured("Shop.Model.Customer")).isEmpty(), deep.substring(0, 20));
        }
    }
}
