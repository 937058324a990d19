package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Data files as people write them, and as programs that export tables do.
final class DataFileTest {

    @TempDir
    Path folder;

    private static List<Map<String, Object>> rows(String text) throws DataFile.Bad {
        return DataFile.read("data.csv", text.getBytes(StandardCharsets.UTF_8)).rows();
    }

    /// `|` is a line end, `~` a double quote, `^` a tab.
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            a,b|1,x y| 2 , ~q~ |        => [{a=1, b=x y}, {a=2, b=q}]
            a;b|1;2                     => [{a=1, b=2}]
            a^b|1^2                     => [{a=1, b=2}]
            a,b|1,2,3|4                 => [{a=1, b=2}, {a=4}]
            a,b|1,2||3,4||              => [{a=1, b=2}, {a=3, b=4}]
            a,b|~x,y~,~say ~~hi~~~      => [{a=x,y, b=say "hi"}]
            a,b|x~y~z,2                 => [{a=x"y"z, b=2}]
            a,a|1,2                     => [{a=2}]
            a,b|1,                      => [{a=1, b=}]
            a,b,c|007,+5,-3             => [{a=7, b=5, c=-3}]
            a,b,c|1e3,1.50,.5           => [{a=1000, b=1.5, c=0.5}]
            a,b|12345678901234567890,0x10 => [{a=12345678901234567890, b=0x10}]
            """)
    void rowsAreReadAsNewmanReadsThem(String text, String expected) throws Exception {
        assertEquals(expected, rows(text.replace('|', '\n').replace('~', '"').replace('^', '\t')).toString());
    }

    @Test
    void aNumberInQuotesStaysTextAndALineEndInQuotesIsPartOfTheValue() throws Exception {
        assertEquals(List.of(Map.of("a", "5", "b", "x\r\ny")), rows("a,b\r\n\"5\",\"x\r\ny\"\r\n"));
        assertEquals(List.of(Map.of("a", 5)), rows("a\r5\r"));
    }

    @Test
    void everyEncodingIsFoundOut() throws Exception {
        var text = "\uFEFFname,n\nGrüße,1\n";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var file = Files.write(folder.resolve("data.csv"), text.getBytes(charset));
            assertEquals(List.of(Map.of("name", "Grüße", "n", 1)), DataFile.read(file).rows(), charset.name());
        }
    }

    @Test
    void jsonKeepsItsTypesAndOneObjectIsOneRow() throws Exception {
        var row = rows("  [{\"a\": 1, \"b\": {\"c\": [true]}, \"d\": \"1\"}]").getFirst();
        assertEquals("{a=1, b={c=[true]}, d=1}", row.toString());
        assertTrue(row.get("d") instanceof String && row.get("a") instanceof Number);
        assertEquals(1, rows("{\"a\": 1}").size());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            a,b|~x,2|3,4     => line 2, column 1
            a,b|1,~ab~c      => line 2, column 7
            [{~a~: 1,}]      => line 1
            [1]              => element 1 of the list
            a,b|             => has no rows
            ''               => has no rows
            """)
    void whatIsWrongIsSaidWithItsPlace(String text, String expected) {
        var bad = assertThrows(DataFile.Bad.class, () -> rows(text.replace('|', '\n').replace('~', '"')));
        assertTrue(bad.getMessage().contains(expected), bad.getMessage());
    }

    @Test
    void aPreviewReadsOnlyTheBeginning() throws Exception {
        var line = "x".repeat(99) + "\n";
        var file = Files.writeString(folder.resolve("big.csv"), "name\n" + line.repeat(30_000));
        assertEquals(20, DataFile.preview(file, 20).rows().size());
        assertTrue(DataFile.preview(file, Integer.MAX_VALUE).rows().size() < 30_000);
        assertEquals(30_000, DataFile.read(file).rows().size());
        assertThrows(DataFile.Bad.class, () -> DataFile.read(folder.resolve("none.csv")));
        assertEquals(List.of("name"), DataFile.preview(file, 1).columns());
    }
}
