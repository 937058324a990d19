package dev.posthorn.ui.console;

import java.util.List;
import javafx.collections.ObservableList;

/// Brings a list up to date where the newer one has the same entries, without some of the oldest and with more at the end: only those are touched.
final class Grown {

    private Grown() {}

    /// Where `now` is another list altogether, all is replaced.
    static <T> void into(ObservableList<T> shown, List<T> now) {
        var gone = now.isEmpty() ? shown.size() : at(shown, now.getFirst());
        var stay = shown.size() - gone;
        if (stay == 0 || stay > now.size() || !same(shown, gone, now, stay)) {
            shown.setAll(now);
            return;
        }
        if (gone > 0) {
            shown.remove(0, gone);
        }
        if (stay < now.size()) {
            shown.addAll(now.subList(stay, now.size()));
        }
    }

    private static <T> int at(List<T> list, T wanted) {
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i) == wanted) {
                return i;
            }
        }
        return list.size();
    }

    private static <T> boolean same(List<T> shown, int from, List<T> now, int count) {
        for (var i = 0; i < count; i++) {
            if (shown.get(from + i) != now.get(i)) {
                return false;
            }
        }
        return true;
    }
}
