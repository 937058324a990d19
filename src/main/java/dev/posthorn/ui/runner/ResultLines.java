package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of a run as lines, grouped by iteration, of which a filter shows some. Batches are appended; nothing that is shown is made again.
final class ResultLines {

    private final ObservableList<ResultLine> shown = FXCollections.observableArrayList();
    private final List<RunRow> all = new ArrayList<>();
    private TreeMap<Integer, ResultLine.Round> rounds = new TreeMap<>();
    private Predicate<RunRow> filter = _ -> true;
    private boolean heads;

    ObservableList<ResultLine> shown() {
        return shown;
    }

    List<RunRow> all() {
        return all;
    }

    /// Begins anew; `several` iterations have a heading each.
    void clear(boolean several) {
        all.clear();
        rounds.clear();
        shown.clear();
        heads = several;
    }

    void add(List<RunRow> rows) {
        all.addAll(rows);
        insert(rows);
    }

    void filter(Predicate<RunRow> fits) {
        filter = fits;
        rounds = new TreeMap<>();
        shown.clear();
        insert(all);
    }

    private void insert(List<RunRow> rows) {
        var batch = new ArrayList<ResultLine>();
        for (var row : rows) {
            var round = rounds.computeIfAbsent(row.round(), ResultLine.Round::new);
            var last = rounds.lastEntry().getValue() == round;
            if (!last && !batch.isEmpty()) {
                // Iterations run side by side: this one's group stands further up.
                shown.addAll(batch);
                batch.clear();
            }
            var fits = filter.test(row);
            var first = fits && heads && round.shown() == 0;
            var place = last ? -1 : end(round);
            round.count(row, fits);
            if (!fits) {
                continue;
            }
            if (last) {
                if (first) {
                    batch.add(round);
                }
                batch.add(new ResultLine.Request(row));
            } else {
                if (first) {
                    shown.add(place++, round);
                }
                shown.add(place, new ResultLine.Request(row));
            }
        }
        if (!batch.isEmpty()) {
            shown.addAll(batch);
        }
    }

    /// Where the lines of that round end in what is shown.
    private int end(ResultLine.Round round) {
        var lines = 0;
        for (var before : rounds.headMap(round.number(), true).values()) {
            lines += before.shown() + (heads && before.shown() > 0 ? 1 : 0);
        }
        return lines;
    }
}
