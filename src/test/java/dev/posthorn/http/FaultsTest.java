package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every way in which a server can misbehave gives the right words within its time, and leaves no file and no connection behind.
@Timeout(120)
final class FaultsTest {

    /// After so many milliseconds a fault that should not hang is said to do so.
    private static final long HANGS = 12_000;

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> everyFaultIsSaidInWords() {
        var faults = Stream.of(ServerFaults.all(), SecureFaults.all(), Http2Faults.all()).flatMap(List::stream).toList();
        assertTrue(faults.size() >= 40);
        assertEquals(faults.size(), faults.stream().map(Fault::name).distinct().count());
        warmUp();
        var quick = run(faults.stream().filter(f -> f.options().timeout().isZero()).toList(), 8);
        quick.addAll(run(faults.stream().filter(f -> !f.options().timeout().isZero()).toList(), 32));
        quick.add(dynamicTest("no thread is left", FaultsTest::noThreadIsLeft));
        return quick;
    }

    /// OkHttp keeps idle workers for a minute ("OkHttp TaskRunner"); while one has something to do it bears the name of that, and the one that waits
    /// for the next task may still bear the last one's. Lookups are virtual threads, which only a dump shows.
    private static void noThreadIsLeft() throws IOException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        var left = threads();
        while (!left.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(10_000_000);
            left = threads();
        }
        assertEquals(List.of(), left);
    }

    private static List<String> threads() throws IOException {
        var file = Files.createTempDirectory("threads").resolve("dump.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        var names = Stream.of(Files.readString(file).split("\n\n")).filter(t -> t.startsWith("#")).map(t -> t.replaceFirst("^#\\d+ ", "")).toList();
        Files.delete(file);
        Files.delete(file.getParent());
        return names.stream().filter(n -> n.startsWith("\"dns ") || n.startsWith("\"OkHttp ") && !n.startsWith("\"OkHttp TaskRunner\"") && !n.contains("TaskRunner.awaitTaskToRun")).toList();
    }

    /// A first exchange with and without TLS reads so many classes that a limit of time would be over before it begins.
    private void warmUp() {
        var hello = Fault.of("hello", Fault.Expected.answer(200, 2), talk -> {
            talk.head();
            talk.say("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi");
            talk.hold();
        });
        assertEquals(Optional.empty(), complaint(hello));
        assertEquals(Optional.empty(), complaint(hello.over(FaultTls.selfSigned(), List.of("http/1.1")).with(Options.defaults().verifying(false))));
    }

    private List<DynamicTest> run(List<Fault> faults, int atOnce) {
        var tests = new ArrayList<DynamicTest>();
        try (var threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            for (var fault : faults) {
                var run = CompletableFuture.supplyAsync(() -> complaint(fault), threads);
                tests.add(dynamicTest(fault.name(), () -> assertEquals(Optional.empty(), run.get(60, TimeUnit.SECONDS), fault.name())));
            }
        }
        return tests;
    }

    private Optional<String> complaint(Fault fault) {
        var own = folder.resolve(String.valueOf(fault.name().hashCode()));
        try (var server = new FaultServer(fault)) {
            var said = complaint(fault, server.address(), own);
            return said.isPresent() || server.leftAlone() ? said : Optional.of("a connection was left open");
        } catch (IOException | RuntimeException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Optional.of(trace.toString());
        }
    }

    private static Optional<String> complaint(Fault fault, String address, Path folder) throws IOException {
        try (var engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), fault::network, _ -> { })) {
            var cookies = new Cookies(Clock.systemUTC());
            var options = fault.options().timeout().isZero() ? fault.within(HANGS).options() : fault.options();
            for (var i = 1; i < fault.sends(); i++) {
                release(engine.send(fault.to(address), options, cookies, Progress.silent(), new Cancellation()));
            }
            var outcome = engine.send(fault.to(address), options, cookies, Progress.silent(), new Cancellation());
            var complaint = fault.expected().complaint(outcome);
            release(outcome);
            return complaint.isPresent() ? complaint : left(folder);
        }
    }

    private static void release(Outcome outcome) {
        outcome.hops().stream().map(Hop::received).forEach(FaultsTest::release);
        switch (outcome) {
            case Outcome.Received _ -> { }
            case Outcome.Failed failed -> release(failed.partial());
            case Outcome.Cancelled cancelled -> release(cancelled.partial());
            case Outcome.Skipped _ -> { }
        }
    }

    private static void release(Response response) {
        if (response != null && response.body() != null) {
            response.body().release();
        }
    }

    private static Optional<String> left(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findAny().map(f -> "a file was left: " + f);
        }
    }
}
