package dev.posthorn.js;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// What a script has asked the program and waits for. Each question is a virtual thread; those still at work when the script ends are interrupted.
final class Questions {

    record Answer(int id, String error, Object value) {}

    /// At a time.
    private static final int MOST_OPEN = 1_000;
    /// In the life of one script: one that sends requests from the answers of requests has to end some time.
    private static final int MOST = 10_000;

    private final Play.Ask ask;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private ExecutorService threads;
    private boolean closed;
    private int asked;
    private int open;

    Questions(Play.Ask ask) {
        this.ask = ask;
    }

    /// Throws what the script has to hear where it asks too much.
    synchronized void put(int id, String name, List<Object> arguments) {
        if (closed) {
            return;
        }
        if (++asked > MOST || open >= MOST_OPEN) {
            throw new IllegalStateException(asked > MOST ? "sandbox: more than " + MOST + " requests from one script" : "sandbox: more than " + MOST_OPEN + " requests at a time");
        }
        if (threads == null) {
            threads = Executors.newVirtualThreadPerTaskExecutor();
        }
        open++;
        threads.execute(() -> answers.add(answer(id, name, arguments)));
    }

    private Answer answer(int id, String name, List<Object> arguments) {
        try {
            return new Answer(id, null, ask.answer(name, arguments));
        } catch (Exception e) {
            return new Answer(id, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), null);
        }
    }

    LinkedBlockingQueue<Answer> answers() {
        return answers;
    }

    synchronized void taken() {
        open--;
    }

    synchronized void close() {
        closed = true;
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
