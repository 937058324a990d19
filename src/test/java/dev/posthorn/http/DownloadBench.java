package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bar of big answers: 2 GB go to disk in a process of 96 MB of heap, at no less than 0.8 of curl's speed from the same server into the same folder.
@Tag("bench")
final class DownloadBench {

    private static final long SIZE = 2_000_000_000L;
    private static final int TURNS = 5;

    @TempDir
    private Path folder;

    @Test
    void twoGigabytesComeAlmostAsFastAsCurlTakesThem() throws Exception {
        var served = folder.resolve("served.bin");
        try (var file = new RandomAccessFile(served.toFile(), "rw")) {
            file.setLength(SIZE);
        }
        var server = java(List.of(), SendfileServer.class, served.toString());
        var url = "http://127.0.0.1:" + server.inputReader().readLine() + "/2gb";
        var child = java(List.of("-Xmx96m", "-XX:+UseSerialGC"), DownloadChild.class, url, folder.resolve("bodies").toString());
        try (var answers = child.inputReader()) {
            curl(url);
            var theirs = new ArrayList<Long>();
            var ours = new ArrayList<Long>();
            for (var turn = 0; turn < TURNS; turn++) {
                theirs.add(curl(url));
                ours.add(engine(child, answers));
            }
            report(theirs, ours);
        } finally {
            child.destroy();
            server.destroy();
        }
    }

    private static void report(List<Long> theirs, List<Long> ours) {
        var ratio = (double) median(theirs) / median(ours);
        System.out.printf(Locale.ROOT, "2 GB: curl %s, median %d ms; ours %s, median %d ms; throughput %.2f of curl's%n", theirs, median(theirs), ours, median(ours), ratio);
        assertTrue(ratio >= 0.8, "throughput is " + ratio + " of curl's");
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /// Milliseconds of the transfer alone, as curl measures it.
    private long curl(String url) throws IOException, InterruptedException {
        var file = folder.resolve("curl.bin");
        var process = new ProcessBuilder("curl", "-s", "-o", file.toString(), "-w", "%{time_total}", url).start();
        var seconds = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(SIZE, Files.size(file));
        Files.delete(file);
        return Math.round(Double.parseDouble(seconds) * 1000);
    }

    private static long engine(Process child, BufferedReader answers) throws IOException {
        child.outputWriter().write("again\n");
        child.outputWriter().flush();
        var told = answers.readLine().split(" ");
        assertEquals(String.valueOf(SIZE), told[1], String.join(" ", told));
        System.out.println("peak heap " + Long.parseLong(told[2]) / 1_000_000 + " MB");
        return Long.parseLong(told[0]);
    }

    private static Process java(List<String> options, Class<?> main, String... args) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
