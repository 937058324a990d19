package dev.posthorn.ui.shell;

import dev.posthorn.ui.sidebar.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open tabs and the one in front. One preview tab at most; what was closed can be opened again.
final class Documents {
    private static final int REMEMBERED = 25;

    private final ObservableList<Document> all = FXCollections.observableArrayList();
    private final ObjectProperty<Document> front = new SimpleObjectProperty<>();
    private final Deque<Supplier<Document>> closed = new ArrayDeque<>();

    ObservableList<Document> all() {
        return all;
    }

    ObjectProperty<Document> front() {
        return front;
    }

    Optional<Document> at(Place place) {
        return all.stream().filter(d -> d.place().filter(place::equals).isPresent()).findFirst();
    }

    List<Document> dirty() {
        return all.stream().filter(d -> d.dirty().get()).toList();
    }

    /// Brings a new tab to the front; a preview takes the place of the preview before it.
    void add(Document document) {
        var before = document.preview().get() ? all.stream().filter(d -> d.preview().get()).findFirst() : Optional.<Document>empty();
        if (before.isPresent()) {
            all.set(all.indexOf(before.get()), document);
            front.set(document);
            before.get().dispose();
        } else {
            var at = all.indexOf(front.get());
            all.add(at < 0 ? all.size() : at + 1, document);
            front.set(document);
        }
    }

    /// Adds one at the end and leaves the front as it is; for the tabs of the last session.
    void append(Document document) {
        all.add(document);
    }

    /// Takes a tab away, changed or not; `again` makes it anew for "reopen".
    void remove(Document document, Supplier<Document> again) {
        var at = all.indexOf(document);
        if (at < 0) {
            return;
        }
        closed.push(again);
        if (closed.size() > REMEMBERED) {
            closed.removeLast();
        }
        if (front.get() == document) {
            front.set(all.size() == 1 ? null : all.get(at == all.size() - 1 ? at - 1 : at + 1));
        }
        all.remove(at);
        document.dispose();
    }

    /// What was closed last, made anew; empty where nothing was.
    Optional<Document> reopened() {
        while (!closed.isEmpty()) {
            var again = closed.pop().get();
            if (again != null) {
                return Optional.of(again);
            }
        }
        return Optional.empty();
    }

    void step(int by) {
        if (!all.isEmpty()) {
            front.set(all.get(Math.floorMod(all.indexOf(front.get()) + by, all.size())));
        }
    }

    List<Document> others(Document document) {
        var others = new ArrayList<>(all);
        others.remove(document);
        return others;
    }
}
