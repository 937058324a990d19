package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The list of actions.
final class ActionsTest {
    @Test
    void noTwoActionsShareAKey() {
        var keys = Arrays.stream(Action.values()).map(Action::key).filter(Objects::nonNull).toList();
        assertEquals(keys.size(), keys.stream().distinct().count());
    }

    @Test
    void aTooltipNamesTheShortcut() {
        assertTrue(Action.SAVE.tip().endsWith("S)"), Action.SAVE.tip());
    }
}
