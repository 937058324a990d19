package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.text.FileSource;
import dev.posthorn.text.Lines;
import dev.posthorn.text.Tokenizers;
import dev.posthorn.text.Watch;
import dev.posthorn.ui.kit.Theme;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bar of the response viewer: scrolling, jumping and heap, over 100 MB of lines and over one line of 50 MB.
@Tag("bench")
final class ScrollBench {

    @TempDir
    Path folder;

    @Test
    void aHundredMegabytesOfJsonLines() throws Exception {
        measure("100 MB of JSON lines", lines(folder.resolve("lines.json"), 100_000_000), false);
    }

    @Test
    void oneLineOfFiftyMegabytes() throws Exception {
        measure("one line of 50 MB", oneLine(folder.resolve("line.json"), 50_000_000), false);
    }

    @Test
    void oneLineOfFiftyMegabytesWrapped() throws Exception {
        measure("one line of 50 MB, wrapped", oneLine(folder.resolve("line.json"), 50_000_000), true);
    }

    @Test
    void aHundredMegabytesOfChineseAndEmoji() throws Exception {
        measure("100 MB of Chinese", chinese(folder.resolve("wide.json"), 100_000_000), false);
    }

    private static Path lines(Path file, long size) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("[\n");
            for (long i = 0, written = 0; written < size; i++) {
                var row = "  {\n    \"id\": " + i + ",\n    \"name\": \"Row number " + i + "\",\n    \"active\": " + (i % 2 == 0) + ",\n    \"score\": " + i % 97 + ".5\n  },\n";
                out.write(row);
                written += row.length();
            }
            out.write("  null\n]\n");
        }
        return file;
    }

    private static Path oneLine(Path file, long size) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("[");
            for (long i = 0, written = 0; written < size; i++) {
                var row = "{\"id\":" + i + ",\"name\":\"Row number " + i + "\",\"active\":" + (i % 2 == 0) + "},";
                out.write(row);
                written += row.length();
            }
            out.write("null]");
        }
        return file;
    }

    private static Path chinese(Path file, long size) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (long i = 0, written = 0; written < size; i++) {
                var row = "{\"编号\":" + i + ",\"名称\":\"第" + i + "行的名称，写得相当长，以便填满整个窗口的宽度 🚀 — привет\"}\n";
                out.write(row);
                written += row.length() * 2L;
            }
        }
        return file;
    }

    private static void measure(String what, Path file, boolean wrap) throws Exception {
        try (var source = new FileSource(file)) {
            var before = heap();
            var begin = System.nanoTime();
            var lines = new Lines(source);
            var view = new TextView[1];
            try (var window = FxStage.open(960, 700, Theme.LIGHT, () -> {
                view[0] = new TextView();
                view[0].getStylesheets().add(Theme.sheet(TextView.class, "response.css"));
                view[0].wrapProperty().set(wrap);
                return view[0];
            })) {
                var onScreen = new CompletableFuture<Double>();
                var indexing = new Thread(() -> index(lines, view[0], begin, onScreen));
                indexing.start();
                var shown = onScreen.get(30, TimeUnit.SECONDS);
                indexing.join();
                var indexed = (System.nanoTime() - begin) / 1e6;
                FxStage.run(view[0]::grew);
                // The first turns of the wheel find everything uncompiled; the bar is about scrolling, not about the first second of a process.
                scroll(view[0]);
                var cpu = cpu();
                var pulses = scroll(view[0]);
                System.out.println("    CPU of 600 pulses: FX " + (cpu()[0] - cpu[0]) / 600 / 1_000 + " us, render " + (cpu()[1] - cpu[1]) / 600 / 1_000 + " us each");
                var jumps = jumps(view[0], lines.extent().paragraphs());
                var grown = (heap() - before) / 1e6;
                Collections.sort(pulses);
                var p99 = pulses.get((int) (pulses.size() * 0.99));
                System.out.printf("%s (%,d bytes, %,d paragraphs): on screen %.0f ms, indexed %.0f ms, pulse p50 %.0f p99 %.0f max %.0f ms, jumps %s ms, heap +%.0f MB%n",
                        what, Files.size(file), lines.extent().paragraphs(), shown, indexed, pulses.get(pulses.size() / 2), p99, pulses.getLast(), rounded(jumps), grown);
                window.picture(Path.of("target/bench-" + what.replaceAll("[^a-zA-Z0-9]+", "-") + ".png"));
                assertTrue(shown < 1_000, "on screen after " + shown);
                assertTrue(p99 <= 50, "p99 of a pulse: " + p99);
                assertTrue(pulses.getLast() <= 100, "longest pulse: " + pulses.getLast());
                assertTrue(Collections.max(jumps) <= 200, "longest jump: " + jumps);
                assertTrue(grown < 150, "heap growth in MB: " + grown);
            }
        }
    }

    private static void index(Lines lines, TextView view, long begin, CompletableFuture<Double> onScreen) {
        try {
            lines.index(new Watch() {
                private boolean first = true;

                @Override
                public boolean stopped() {
                    return false;
                }

                @Override
                public void passed(long bytes) {
                    if (first) {
                        first = false;
                        FxStage.run(() -> {
                            view.show(new TextParagraphs(lines, Tokenizers.lexer("json")));
                            view.layout();
                        });
                        onScreen.complete((System.nanoTime() - begin) / 1e6);
                    }
                }
            });
        } catch (IOException e) {
            onScreen.completeExceptionally(e);
        }
    }

    /// Wheel steps of 80 pixels, one a pulse, 600 of them; the time from pulse to pulse in milliseconds.
    private static List<Double> scroll(TextView view) throws Exception {
        var done = new CompletableFuture<List<Double>>();
        FxStage.run(() -> new AnimationTimer() {
            private final List<Double> took = new ArrayList<>();
            private long last;

            @Override
            public void handle(long now) {
                var time = System.nanoTime();
                if (last != 0) {
                    took.add((time - last) / 1e6);
                }
                last = time;
                if (took.size() == 600) {
                    stop();
                    done.complete(took);
                } else {
                    view.scroll(80);
                }
            }
        }.start());
        return done.get(120, TimeUnit.SECONDS);
    }

    private static List<Double> jumps(TextView view, long paragraphs) throws Exception {
        var done = new CompletableFuture<List<Double>>();
        FxStage.run(() -> new AnimationTimer() {
            private final List<Double> took = new ArrayList<>();
            private long asked;
            private int number;

            @Override
            public void handle(long now) {
                var time = System.nanoTime();
                if (asked != 0) {
                    took.add((time - asked) / 1e6);
                }
                if (took.size() == 12) {
                    stop();
                    done.complete(took);
                } else {
                    asked = time;
                    view.reveal(paragraphs * (number++ * 7 % 12) / 12 + 5, 0);
                }
            }
        }.start());
        return done.get(60, TimeUnit.SECONDS);
    }

    private static List<Long> rounded(List<Double> values) {
        return values.stream().map(Math::round).toList();
    }

    /// CPU time so far, in nanoseconds, of the FX thread and of the renderer's.
    private static long[] cpu() {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new long[2];
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().startsWith("JavaFX Application")) {
                times[0] = threads.getThreadCpuTime(info.getThreadId());
            } else if (info != null && info.getThreadName().startsWith("QuantumRenderer")) {
                times[1] = threads.getThreadCpuTime(info.getThreadId());
            }
        }
        return times;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
