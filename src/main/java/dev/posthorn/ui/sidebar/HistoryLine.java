package dev.posthorn.ui.sidebar;

import dev.posthorn.store.HistoryRow;
import java.time.LocalDate;

/// One line of the history: a day, or something that was sent on it.
sealed interface HistoryLine {
    record Day(String name, LocalDate date) implements HistoryLine {}

    record Sent(HistoryRow row) implements HistoryLine {}
}
