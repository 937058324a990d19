package dev.posthorn.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/// A list that grows at the end and loses its oldest is not filled anew.
final class GrownTest {

    private static List<String> changes(List<String> before, List<String> now) {
        var list = FXCollections.observableArrayList(before);
        var changes = new ArrayList<String>();
        list.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                changes.add("-" + change.getRemovedSize() + "+" + change.getAddedSize());
            }
        });
        Grown.into(list, now);
        assertEquals(now, list);
        return changes;
    }

    @Test
    void onlyWhatIsNewAndWhatIsGoneIsTouched() {
        assertEquals(List.of("-0+2"), changes(List.of("a", "b"), List.of("a", "b", "c", "d")));
        assertEquals(List.of("-1+0", "-0+1"), changes(List.of("a", "b", "c"), List.of("b", "c", "d")));
        assertEquals(List.of(), changes(List.of("a", "b"), List.of("a", "b")));
    }

    @Test
    void anotherListReplacesAll() {
        assertEquals(List.of("-3+2"), changes(List.of("a", "b", "c"), List.of("a", "c")));
        assertEquals(List.of("-2+0"), changes(List.of("a", "b"), List.of()));
        assertEquals(List.of("-0+2"), changes(List.of(), List.of("x", "y")));
        assertEquals(List.of("-2+1"), changes(List.of("a", "b"), List.of("x")));
    }
}
