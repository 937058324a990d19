package dev.posthorn.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One file or collection folder of the workspace that is different now.
///
/// @param file    where it is; of a renamed collection folder, where it is now
/// @param outside whether another program changed it
/// @param before  the collections of the file as they were; empty where it was not open, and for environments
/// @param now     as they are; empty where it was closed or deleted, and for environments
/// @param ids     old id → new id of every item that is known by another id now; an item that is gone maps to ""
public record Change(Path file, boolean outside, List<Opened> before, List<Opened> now, Map<String, String> ids) {
    public Change {
        before = List.copyOf(before);
        now = List.copyOf(now);
        ids = Map.copyOf(ids);
    }
}
