package dev.posthorn.js;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/// One run of one script, from its first line to the last of its timers and answers.
///
/// 1. The script runs on a thread with a deep stack; who calls waits and watches.
/// 2. It lives for as long as a timer or an answer is to come. A promise that nobody settles does not keep it alive.
/// 3. Time counts from the user's first line. A script that waits too long is ended between two steps; one that computes too long is killed.
final class Loop {

    /// How long a killed script may take to notice. A few steps of the engine cannot be broken off, such as the power of a giant number: then its thread is left
    /// to itself, where nothing that it does counts any more.
    private static final long PATIENCE_MILLIS = 250;

    /// How a frame of a stack trace ends: "at inner (script.js:2:7)".
    private static final Pattern PLACE = Pattern.compile("([\\w./-]{1,200}):(\\d{1,8}):(\\d{1,8})\\)?(?:\\n|$)");
    private static final int LONGEST_TRACE = 20_000;

    private final Stage stage;
    private final Play play;
    private final MemoryGuard guard;
    private final Watch watch;
    private final Questions questions;
    private volatile Scene scene;
    private volatile boolean waiting;
    private volatile boolean stopped;

    Loop(Stage stage, Play play, Limits limits, BooleanSupplier stop) {
        this.stage = stage;
        this.play = play;
        this.guard = new MemoryGuard(limits.memory());
        this.watch = new Watch(limits.time(), guard, stop);
        this.questions = new Questions(play.ask());
        watch.starting();
    }

    Play play() {
        return play;
    }

    /// The world in which it is about to run: from now on it can be killed.
    void plays(Scene world) {
        scene = world;
    }

    Questions questions() {
        return questions;
    }

    Ended run(ExecutorService threads) {
        var result = threads.submit(this::played);
        try {
            return watch.await(result);
        } catch (Watch.Reached e) {
            return killed(e.kind(), result, threads);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return killed(ScriptError.Kind.STOPPED, result, threads);
        } catch (ExecutionException e) {
            return new Ended(null, own(Failures.of(e.getCause(), play.script().name(), stopped)));
        } finally {
            questions.close();
        }
    }

    private Ended killed(ScriptError.Kind kind, Future<Ended> result, ExecutorService threads) {
        var error = error(kind);
        stopped = true;
        questions.close();
        var world = scene;
        if (world != null) {
            threads.execute(world::close);
        }
        try {
            result.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return new Ended(null, error);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Ended(null, error);
    }

    private ScriptError error(ScriptError.Kind kind) {
        return new ScriptError(kind == ScriptError.Kind.TIME && waiting ? ScriptError.Kind.WAITED : kind, switch (kind) {
            case TIME, WAITED -> "it did not end in time";
            case MEMORY -> Failures.MEMORY;
            case STOPPED, SYNTAX, THROWN -> Failures.STOPPED;
        }, play.script().name(), 0, 0);
    }

    /// Columns of the user's first line without what stands before it.
    private ScriptError own(ScriptError error) {
        return error.line() != 1 || !error.script().equals(play.script().name()) ? error
                : new ScriptError(error.kind(), error.getMessage(), error.script(), 1, column(error.column()));
    }

    private int column(int column) {
        return Math.max(1, column - play.shift());
    }

    private Ended played() throws Exception {
        var world = stage.take(this);
        var whole = false;
        try {
            // Stopped while the world was made: who stopped it found nothing to close then.
            var ended = stopped ? new Ended(null, error(ScriptError.Kind.STOPPED)) : performed(world);
            whole = true;
            return ended;
        } catch (PolyglotException e) {
            // A script that cannot be read has not begun: its world is what it was.
            whole = e.isSyntaxError() && !e.isInternalError();
            throw e;
        } finally {
            world.exit();
            if (whole && !stopped) {
                stage.keep(world);
            } else {
                world.close();
            }
        }
    }

    private Ended performed(Scene world) throws InterruptedException {
        var driver = world.driver();
        guard.begin();
        watch.begin();
        var script = world.script(play.script());
        driver.invokeMember("start", script);
        waiting = true;
        var error = turned(driver);
        return new Ended(Values.toJava(driver.invokeMember("end")), error);
    }

    /// "line:column" of where an error was made in the user's script, from 1; empty where unknown.
    String place(Value error) {
        if (!error.isException()) {
            return traced(error);
        }
        try {
            error.throwException();
            return "";
        } catch (PolyglotException thrown) {
            var there = Failures.inside(thrown, play.script().name());
            return there == null ? "" : place(there.getStartLine(), there.getStartColumn());
        }
    }

    /// Of what only looks like an error, by the text of its `stack`.
    private String traced(Value error) {
        var stack = error.hasMembers() && error.hasMember("stack") ? error.getMember("stack") : null;
        if (stack == null || !stack.isString()) {
            return "";
        }
        var text = stack.asString();
        var trace = PLACE.matcher(text.length() > LONGEST_TRACE ? text.substring(0, LONGEST_TRACE) : text);
        while (trace.find()) {
            if (trace.group(1).equals(play.script().name())) {
                return place(Integer.parseInt(trace.group(2)), Integer.parseInt(trace.group(3)));
            }
        }
        return "";
    }

    private String place(int line, int column) {
        return line + ":" + (line == 1 ? column(column) : column);
    }

    /// Until nothing is pending. Null, or that it waited too long.
    private ScriptError turned(Value driver) throws InterruptedException {
        while (true) {
            var answer = questions.answers().poll();
            if (answer == null) {
                var next = driver.invokeMember("turn").asInt();
                if (next == -2) {
                    return null;
                }
                if (watch.left() <= 0) {
                    return error(ScriptError.Kind.TIME);
                }
                answer = next == 0 ? null : questions.answers().poll(next < 0 ? watch.left() : Math.min(next * 1_000_000L, watch.left()), TimeUnit.NANOSECONDS);
            }
            if (answer != null) {
                questions.taken();
                driver.invokeMember("answer", answer.id(), answer.error(), Scene.packed(answer.value()));
            }
        }
    }
}
