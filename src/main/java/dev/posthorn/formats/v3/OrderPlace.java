package dev.posthorn.formats.v3;

import dev.posthorn.formats.FileChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The number that puts an item between two others of its folder. The others keep theirs, unless there is no number left between them or they have none.
///
/// @param order  null where the item needs none: nobody in the folder has one, so that all stand by their names
/// @param others what must be written into the other items
record OrderPlace(Number order, List<FileChange> others) {

    /// @param siblings the items of the folder in order, without the one to be placed
    static OrderPlace at(List<V3Places.Sibling> siblings, int index) throws NotEdited {
        var before = index == 0 ? null : siblings.get(index - 1).order();
        var next = index == siblings.size() ? null : siblings.get(index).order();
        if (index > 0 && before == null) {
            return numbered(siblings, index);
        }
        if (next == null) {
            return new OrderPlace(whole(before == null ? CollectionFiles.STEP : before + CollectionFiles.STEP), List.of());
        }
        if (before == null) {
            return new OrderPlace(whole(next > 0 ? next / 2 : next - CollectionFiles.STEP), List.of());
        }
        var middle = Math.floor(before / 2 + next / 2);
        var between = middle > before && middle < next ? middle : before / 2 + next / 2;
        return between > before && between < next ? new OrderPlace(whole(between), List.of()) : numbered(siblings, index);
    }

    /// The place behind all others; where these stand by their names, so does the new one.
    static OrderPlace atEnd(List<V3Places.Sibling> siblings) throws NotEdited {
        return !siblings.isEmpty() && siblings.stream().allMatch(s -> s.order() == null) ? new OrderPlace(null, List.of()) : at(siblings, siblings.size());
    }

    private static OrderPlace numbered(List<V3Places.Sibling> siblings, int index) throws NotEdited {
        var changes = new ArrayList<FileChange>();
        var order = CollectionFiles.STEP;
        Number own = null;
        for (var i = 0; i <= siblings.size(); i++) {
            if (i == index) {
                own = order;
                order += CollectionFiles.STEP;
            }
            if (i < siblings.size()) {
                if (siblings.get(i).order() == null || siblings.get(i).order() != order) {
                    changes.add(written(siblings.get(i).path(), order));
                }
                order += CollectionFiles.STEP;
            }
        }
        return new OrderPlace(own, changes);
    }

    /// A request or folder with another number.
    static FileChange written(Path item, Number order) throws NotEdited {
        var file = V3File.readOrNew(Files.isDirectory(item) ? V3Places.definition(item) : item);
        return file.write(ordered(file.tree(), order));
    }

    static Map<String, Object> ordered(Map<String, Object> tree, Number order) {
        var ordered = new LinkedHashMap<>(tree);
        if (ordered.isEmpty()) {
            ordered.put("$kind", V3Level.KIND);
        }
        if (order == null) {
            ordered.remove("order");
        } else {
            ordered.put("order", order);
        }
        return ordered;
    }

    private static Number whole(double order) {
        if (order == Math.rint(order) && Math.abs(order) < 1e15) {
            return Math.abs(order) <= Integer.MAX_VALUE ? (Number) (int) order : (Number) (long) order;
        }
        return order;
    }
}
