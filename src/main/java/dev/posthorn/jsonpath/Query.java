package dev.posthorn.jsonpath;

import java.util.List;

/// A path that was read: from the root (`$`), or within a filter from the value that is looked at (`@`).
record Query(boolean absolute, List<Segment> segments) {

    /// One step: to the children of what was found, or to those of all its descendants too.
    record Segment(boolean descendants, List<Selector> selectors) {
        boolean singular() {
            return !descendants && selectors.size() == 1 && selectors.getFirst().singular();
        }
    }

    boolean singular() {
        return segments.stream().allMatch(Segment::singular);
    }
}
