package dev.posthorn.workbench;

import dev.posthorn.model.RequestItem;
import java.util.List;

/// One request of a run, at its turn.
///
/// @param round  the iteration, from 0
/// @param number how many requests of this round came before, from 0
/// @param path   the names of the folders above it, from the root
public record Step(int round, int number, RequestItem item, List<String> path) {

    public Step {
        path = List.copyOf(path);
    }
}
