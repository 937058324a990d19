package dev.posthorn.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `mvn -Pfuzz verify`: Jazzer tries every reader for `-Dfuzz.seconds` each, in a process of its own; a fault, a hang of 30 s or 1 GB of memory fails.
/// What it finds goes into the seeds of the target.
@Tag("fuzz")
final class FuzzTest {

    @TempDir
    private Path folder;

    static Stream<FuzzTarget> targets() {
        var only = System.getProperty("fuzz.only", "");
        return FuzzTargets.ALL.stream().filter(t -> only.isEmpty() || t.name().equals(only));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noBytesDoHarm(FuzzTarget target) throws IOException, InterruptedException {
        var seeds = Files.createDirectories(folder.resolve("seeds"));
        for (var i = 0; i < target.seeds().size(); i++) {
            Files.writeString(seeds.resolve("seed" + i), target.seeds().get(i), StandardCharsets.UTF_8);
        }
        var log = Files.createDirectories(Path.of("target/fuzz")).resolve(target.name().replace(' ', '-') + ".log");
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC", "-Dfuzz.target=" + target.name(),
                "-Dposthorn.home=" + folder.resolve("home"), "-cp", classes, "com.code_intelligence.jazzer.Jazzer", "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=dev.posthorn.tree.**:dev.posthorn.formats.**:dev.posthorn.imports.**:dev.posthorn.store.**:org.snakeyaml.**",
                "--reproducer_path=" + folder, "-artifact_prefix=" + log.toAbsolutePath() + ".", "-max_len=4096", "-timeout=30", "-rss_limit_mb=0",
                "-max_total_time=" + Integer.getInteger("fuzz.seconds", 40), seeds.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(0, process.waitFor(), () -> "see " + log);
    }
}
