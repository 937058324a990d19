package dev.posthorn.js;

import java.time.Duration;

/// What one run of a script may take.
///
/// @param time   by the clock, waiting included
/// @param memory bytes that it may allocate at the least; above that it is stopped as soon as the heap of the program gets full
public record Limits(Duration time, long memory) {

    public static Limits time(Duration time) {
        return new Limits(time, 64L << 20);
    }
}
