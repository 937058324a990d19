package dev.posthorn.fuzz;

import java.nio.charset.StandardCharsets;

/// Where Jazzer hands its bytes in; the target is told by `-Dfuzz.target`.
public final class FuzzEntry {

    private static final FuzzTarget TARGET = FuzzTargets.ALL.stream().filter(t -> t.name().equals(System.getProperty("fuzz.target"))).findFirst().orElseThrow();

    private FuzzEntry() {}

    /// Called by name, once: loads the classes, so that the first bytes are not blamed for the time it takes.
    public static void fuzzerInitialize() throws Exception {
        for (var seed : TARGET.seeds()) {
            TARGET.reading().read(seed.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Called by name.
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        TARGET.reading().read(bytes);
    }
}
