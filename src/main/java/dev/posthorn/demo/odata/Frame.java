package dev.posthorn.demo.odata;

import java.util.Map;

/// The rows that the names of an expression stand for: the one that is asked about, and those of `any` and `all` around.
record Frame(String name, Map<String, Object> row, Frame outer) {

    Map<String, Object> row(String wanted) {
        var frame = this;
        while (frame != null && !frame.name.equals(wanted)) {
            frame = frame.outer;
        }
        return frame == null ? Map.of() : frame.row;
    }
}
