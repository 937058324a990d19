package dev.posthorn.ui.runner;

import dev.posthorn.model.RequestItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// A request that a run may send.
///
/// @param path the folders above it
/// @param on   whether it is sent
record RunChoice(RequestItem item, String path, BooleanProperty on) {

    /// All requests of a subject, in the order and with the choice of the last time; new ones stand after the request that they follow in the tree.
    static List<RunChoice> of(RunSubject subject, List<String> order, Set<String> left) {
        var ids = new ArrayList<>(order);
        ids.retainAll(Set.copyOf(subject.requests().stream().map(RequestItem::id).toList()));
        var at = 0;
        for (var request : subject.requests()) {
            var known = ids.indexOf(request.id());
            if (known < 0) {
                ids.add(at, request.id());
                at++;
            } else {
                at = known + 1;
            }
        }
        var choices = new ArrayList<RunChoice>();
        for (var request : subject.requests()) {
            choices.add(new RunChoice(request, subject.paths().getOrDefault(request.id(), ""), new SimpleBooleanProperty(!left.contains(request.id()))));
        }
        if (!order.isEmpty()) {
            var places = new java.util.HashMap<String, Integer>();
            for (var i = 0; i < ids.size(); i++) {
                places.put(ids.get(i), i);
            }
            choices.sort(java.util.Comparator.comparing(c -> places.get(c.item().id())));
        }
        return choices;
    }
}
