package dev.posthorn.fuzz;

/// Where Jazzer hands its bytes in; the target is told by `-Dfuzz.target`.
public final class FuzzEntry {

    private static final FuzzTarget TARGET = FuzzTargets.ALL.stream().filter(t -> t.name().equals(System.getProperty("fuzz.target"))).findFirst().orElseThrow();

    private FuzzEntry() {}

    /// Called by name.
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        TARGET.reading().read(bytes);
    }
}
