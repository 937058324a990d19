package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What one small request costs over OkHttp used bare: less than 0.3 ms.
@Tag("bench")
final class SmallRequestBench {

    private static final double PROMISED_MICROS = 300;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Test
    void oneSmallRequestCostsLittleMoreThanBareOkHttp() throws RunnerException {
        var all = new LinkedHashMap<String, List<Double>>();
        for (var round = 0; round < ROUNDS; round++) {
            measure(all);
        }
        var bare = median(all.get("okhttp"));
        System.out.printf("one small request: OkHttp alone %.0f µs, the engine %.0f µs, all of a send %.0f µs, with a token %.0f µs (medians of %s)%n", bare,
                median(all.get("engine")), median(all.get("send")), median(all.get("token")), all);
        assertTrue(median(all.get("send")) - bare < PROMISED_MICROS, () -> "a small request costs too much over OkHttp: " + all);
        assertTrue(median(all.get("token")) - bare < PROMISED_MICROS, () -> "a small request with a token costs too much over OkHttp: " + all);
    }

    /// One process for each, in turn, with Java's own compilers: those of this process wait longer than usual, for the window's measurements.
    private static void measure(Map<String, List<Double>> all) throws RunnerException {
        var options = new OptionsBuilder().include("\\b" + SmallRequest.class.getName() + "\\.").forks(1).warmupIterations(10).warmupTime(TimeValue.seconds(1))
                .measurementIterations(5).measurementTime(TimeValue.seconds(1)).verbosity(VerboseMode.SILENT).jvmArgs("-XX:+UseSerialGC").build();
        for (var result : new Runner(options).run()) {
            var name = result.getPrimaryResult().getLabel();
            all.computeIfAbsent(name, _ -> new ArrayList<>()).add(result.getPrimaryResult().getScore());
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
