package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;

/// A line in the list of results.
sealed interface ResultLine {

    /// Heads the requests of one iteration; its counts grow while they come.
    final class Round implements ResultLine {
        private final int number;
        private int requests;
        private int bad;
        private int shown;

        Round(int number) {
            this.number = number;
        }

        /// From 0.
        int number() {
            return number;
        }

        int requests() {
            return requests;
        }

        int bad() {
            return bad;
        }

        /// Requests of it that the filter lets through.
        int shown() {
            return shown;
        }

        void count(RunRow row, boolean fits) {
            requests++;
            bad += row.bad() ? 1 : 0;
            shown += fits ? 1 : 0;
        }
    }

    record Request(RunRow row) implements ResultLine {}
}
