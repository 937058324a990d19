package dev.posthorn.ui.sidebar;

import dev.posthorn.store.HistoryRow;

/// One line of the history: a day, or something that was sent on it.
sealed interface HistoryLine {
    record Day(String name) implements HistoryLine {}

    record Sent(HistoryRow row) implements HistoryLine {}
}
