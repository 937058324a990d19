package dev.posthorn.ui.odata;

import dev.posthorn.odata.query.Query;
import java.util.ArrayList;
import java.util.List;

/// The answers that were gone through, from a query to what it led to, each with the query that asks for it. Belongs to the FX thread.
final class Way {

    /// @param query what asks for it; for what came along in another answer, the query of that
    private record Step(Shown shown, Query query) {}

    private final List<Step> steps = new ArrayList<>();

    boolean empty() {
        return steps.isEmpty();
    }

    /// Null where nothing was answered yet.
    Shown now() {
        return steps.isEmpty() ? null : steps.getLast().shown();
    }

    /// What asks for the place where the way ends.
    Query query() {
        return steps.getLast().query();
    }

    void begin(Shown shown, Query query) {
        steps.clear();
        steps.add(new Step(shown, query));
    }

    void on(Shown shown, Query query) {
        steps.add(new Step(shown, query));
    }

    /// The same place with other rows.
    void replace(Shown shown) {
        steps.set(steps.size() - 1, new Step(shown, query()));
    }

    /// False where it is at the beginning already.
    boolean back(int places) {
        var before = steps.size();
        for (var i = 0; i < places && steps.size() > 1; i++) {
            steps.removeLast();
        }
        return steps.size() < before;
    }

    List<String> titles() {
        return steps.stream().map(s -> s.shown().title()).toList();
    }
}
