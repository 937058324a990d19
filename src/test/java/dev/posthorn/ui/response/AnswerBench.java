package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.TabState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bar of a big answer: 100 MB of JSON on one line is readable within a second, and the window keeps its pace while it is laid out.
@Tag("bench")
final class AnswerBench {

    @TempDir
    Path folder;

    @Test
    void aHundredMegabyteAnswerIsReadableAtOnceAndLaidOutBehind() throws Exception {
        var file = folder.resolve("big.json");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("[");
            for (long i = 0, written = 0; written < 100_000_000; i++) {
                var row = "{\"id\":" + i + ",\"name\":\"Row number " + i + "\",\"tags\":[\"a\",\"b\"],\"active\":" + (i % 2 == 0) + "},";
                out.write(row);
                written += row.length();
            }
            out.write("null]");
        }
        var pane = new ResponsePane[1];
        var before = heap();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor(); var window = FxStage.open(960, 700, Theme.LIGHT, () -> {
            pane[0] = new ResponsePane(new Background(executor), folder.resolve("scratch"), _ -> Optional.empty(), InstantSource.system());
            return (Parent) pane[0].node();
        })) {
            FxStage.run(() -> pane[0].show(new TabState.Done(Answers.json("{\"warm\": [1, true]}"))));
            FxStage.await("a first answer", () -> view(pane[0]) != null && view(pane[0]).paragraphs().count() > 2);
            var pulses = Collections.synchronizedList(new ArrayList<Double>());
            var timer = FxStage.on(() -> timer(pulses));
            var begin = System.nanoTime();
            FxStage.run(() -> pane[0].show(new TabState.Done(Answers.received(Answers.response(200, "OK", "application/json", body(file))))));
            FxStage.await("text on screen", () -> view(pane[0]).paragraphs().lines() == 1);
            var shown = (System.nanoTime() - begin) / 1e6;
            FxStage.await("the text laid out", () -> view(pane[0]).paragraphs().count() > 5_000_000);
            var laidOut = (System.nanoTime() - begin) / 1e6;
            FxStage.run(timer::stop);
            var sorted = new ArrayList<>(pulses);
            Collections.sort(sorted);
            window.picture(Path.of("target/bench-answer.png"));
            var grown = (heap() - before) / 1e6;
            var p99 = sorted.get((int) (sorted.size() * 0.99));
            System.out.printf("100 MB answer: raw on screen %.0f ms, laid out %.0f ms, pulses meanwhile %d, p50 %.0f p99 %.0f max %.0f ms, heap +%.0f MB%n",
                    shown, laidOut, sorted.size(), sorted.get(sorted.size() / 2), p99, sorted.getLast(), grown);
            FxStage.run(pane[0]::close);
            assertTrue(shown < 1_000, "on screen after " + shown);
            assertTrue(sorted.getLast() <= 250, "longest pulse while laying out: " + sorted.getLast());
            assertTrue(grown < 150, "heap growth in MB: " + grown);
        }
    }

    private static TestBody body(Path file) {
        try {
            return TestBody.of(file);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TextView view(ResponsePane pane) {
        return (TextView) pane.node().lookup("#body-text");
    }

    private static AnimationTimer timer(List<Double> pulses) {
        var timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                var time = System.nanoTime();
                if (last != 0) {
                    pulses.add((time - last) / 1e6);
                }
                last = time;
            }
        };
        timer.start();
        return timer;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
