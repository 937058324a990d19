package dev.posthorn.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A reader that any bytes may come to.
///
/// @param seeds   small texts that the reader knows, and texts that once did harm
/// @param reading reads bytes; what it throws is a fault
record FuzzTarget(String name, List<String> seeds, Reading reading) {

    interface Reading {
        void read(byte[] bytes) throws Exception;
    }

    static FuzzTarget of(String name, Reading reading, String... seeds) {
        return new FuzzTarget(name, List.of(seeds), reading);
    }

    /// The same for readers of text.
    interface TextReading {
        void read(String text) throws Exception;
    }

    static FuzzTarget ofText(String name, TextReading reading, String... seeds) {
        return of(name, bytes -> reading.read(new String(bytes, StandardCharsets.UTF_8)), seeds);
    }

    @Override
    public String toString() {
        return name;
    }
}
