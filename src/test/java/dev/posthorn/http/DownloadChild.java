package dev.posthorn.http;

import dev.posthorn.model.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Downloads by the engine in a process of its own: for each line of standard input once, as the window does it, on a virtual thread.
final class DownloadChild {

    private DownloadChild() {}

    /// Prints for each line of input "milliseconds bytes peakHeapBytes".
    ///
    /// @param args the URL and the folder for bodies
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        try (var engine = new Engine(new BodyStore(Path.of(args[1])), new AutomaticHeaders("Posthorn/bench"));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lines = new BufferedReader(new InputStreamReader(System.in))) {
            while (lines.readLine() != null) {
                System.out.println(threads.submit(() -> once(engine, args[0])).get());
            }
        }
    }

    private static String once(Engine engine, String url) {
        var start = System.nanoTime();
        var outcome = engine.send(Sender.get(url), Options.defaults(), new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
        var millis = (System.nanoTime() - start) / 1_000_000;
        if (!(outcome instanceof Outcome.Received received)) {
            return outcome.toString();
        }
        var body = received.response().body();
        body.release();
        var peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(u -> u.getUsed()).sum();
        return millis + " " + body.size() + " " + peak;
    }
}
