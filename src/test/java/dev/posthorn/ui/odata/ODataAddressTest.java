package dev.posthorn.ui.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which service a request belongs to, and how its rows are sorted.
final class ODataAddressTest {

    @Test
    void theServiceOfARequestIsFound() {
        assertEquals("{{base}}/0/odata", ODataAddress.root("{{base}}/0/odata/Account?$top=5"));
        assertEquals("https://a.test/0/odata", ODataAddress.root("https://a.test/0/odata/Account(1)/Contacts"));
        assertEquals("https://a.test/odata/data", ODataAddress.root("https://a.test/odata/data/processes"));
        assertEquals("https://a.test/x/Data.svc", ODataAddress.root("https://a.test/x/Data.svc/Accounts(1)"));
        assertEquals("https://a.test/v1", ODataAddress.root("https://a.test/v1/$metadata"));
        assertEquals("https://a.test/odata", ODataAddress.root("https://a.test/odata/"));
        assertEquals("https://a.test/trip/(S(abc))", ODataAddress.root("https://a.test/trip/(S(abc))/People('a/b')/Trips(1)/Stops?$top=5"));
    }

    @Test
    void aButtonIsOfferedWhereAUrlLooksLikeOData() {
        assertTrue(ODataAddress.likely("{{base}}/0/odata/Account"));
        assertTrue(ODataAddress.likely("https://a.test/things?$filter=a eq 1"));
        assertFalse(ODataAddress.likely("https://a.test/users?page=2"));
        assertFalse(ODataAddress.likely("https://a.test/0/ServiceModel/AuthService.svc/Login"));
    }

    @Test
    void numbersAreSortedAsNumbersAndWhatIsMissingComesLast() {
        var rows = IntStream.of(9, 10, 2).mapToObj(n -> row(new Cell.Value(Integer.toString(n), null))).toList();
        var all = new java.util.ArrayList<>(rows);
        all.add(0, row(new Cell.Nothing()));
        assertEquals(List.of("2", "9", "10", ""), texts(RowOrder.sorted(all, 0, true, false)));
        assertEquals(List.of("10", "9", "2", ""), texts(RowOrder.sorted(all, 0, true, true)));
        assertEquals(List.of("10", "2", "9", ""), texts(RowOrder.sorted(all, 0, false, false)));
    }

    private static Row row(Cell cell) {
        return new Row("", "", "", "", null, "", List.of(cell));
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(r -> r.cells().getFirst().text()).toList();
    }
}
