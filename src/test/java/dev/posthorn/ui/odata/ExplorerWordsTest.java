package dev.posthorn.ui.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the explorer makes of values and refusals for people to read.
final class ExplorerWordsTest {

    @ParameterizedTest
    @CsvSource({"2026-01-31T12:00:00Z, 2026-01-31 12:00:00Z", "2026-01-31T12:00:00.0000000Z, 2026-01-31 12:00:00Z", "2026-01-31T12:00:00.000+02:00, 2026-01-31 12:00:00+02:00",
            "2026-01-31T12:00:00.1200Z, 2026-01-31 12:00:00.1200Z", "2026-01-31T12:00:00, 2026-01-31 12:00:00", "2026-01-31, 2026-01-31", "soon, soon"})
    void aMomentIsShownWithoutWhatSaysNothing(String exact, String shown) {
        assertEquals(shown, RowText.moment(exact));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<html><head><TITLE lang=x>Sign\tin </TITLE>|. It sent a web page, “Sign in”.", "<html><title>|. It sent a web page.", "''|.", "Nothing here|: Nothing here"})
    void whatIsNoAnswerOfODataIsToldInShort(String text, String words) {
        assertEquals(words, Refusal.words(text));
    }

    @Test
    void aLongTextIsCut() {
        assertEquals(303, Refusal.words("x".repeat(5_000)).length());
    }
}
