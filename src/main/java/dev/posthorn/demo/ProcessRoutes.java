package dev.posthorn.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Processes that take their time, as low-code platforms have them: one is started, and its state is asked for until it is done.
final class ProcessRoutes {

    /// The oldest goes when there are more.
    private static final int MOST = 1_000;

    private final Map<String, Process> processes = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /// @param looks how often it can be asked for before it is done
    private record Process(String id, long looks, AtomicInteger asked) {}

    Stream<Route> all() {
        return Stream.of(new Route("/processes/", "/processes/1", "A process; \"running\" at first, \"done\" when it was asked for often enough.", this::show),
                new Route("/processes", "/processes?looks=3", "POST starts a process that is done when it was asked for ?looks= times.", this::start));
    }

    private void start(Call call) throws IOException, Call.Mistake {
        if (!call.request().getMethod().equals("POST")) {
            call.with("Allow", "POST").json(405, Map.of("error", "Start a process by POST."));
            return;
        }
        var looks = Call.number("looks", call.parameter("looks", "3"), 0, 1_000);
        var id = Integer.toString(last.incrementAndGet());
        processes.put(id, new Process(id, looks, new AtomicInteger()));
        processes.remove(Integer.toString(last.get() - MOST));
        call.with("Location", "/processes/" + id).json(202, Map.of("id", id, "status", "running"));
    }

    private void show(Call call) throws IOException {
        var process = processes.get(call.rest());
        if (process == null) {
            call.json(404, Map.of("error", "There is no process \"" + call.rest() + "\"; start one by POST /processes."));
            return;
        }
        var asked = process.asked().incrementAndGet();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", process.id());
        answer.put("status", asked > process.looks() ? "done" : "running");
        answer.put("asked", asked);
        if (asked > process.looks()) {
            answer.put("result", Map.of("approved", true, "amount", 1250));
        }
        call.json(200, answer);
    }
}
