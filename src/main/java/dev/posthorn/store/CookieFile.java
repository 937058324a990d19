package dev.posthorn.store;

import dev.posthorn.model.Jar;
import dev.posthorn.tree.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The jar of cookies on disk, in the user's data folder and readable by nobody else. Cookies of a session are kept too, as in Postman.
///
/// 1. It is written behind, at most twice a second, whole or not at all; `close` writes what is left.
/// 2. A file that cannot be read is moved aside and said; an entry that cannot be read is left out and said, and the file kept beside.
public final class CookieFile implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// @param note what went wrong, in a sentence to show; empty where nothing did
    public record Loaded(Jar jar, String note) {}

    private final Path file;
    private final Clock clock;
    private final Object disk = new Object();
    private Supplier<Jar> content;
    private Consumer<String> trouble = _ -> { };
    private boolean waiting;
    private boolean closed;
    private String failed = "";

    public CookieFile(Home home, Clock clock) {
        this.file = home.cookies();
        this.clock = clock;
    }

    /// Blocks; never fails.
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Jar.EMPTY, "");
        }
        try {
            var read = CookieJson.read(Files.readString(file), clock.instant());
            return new Loaded(read.jar(), read.troubles().isEmpty() ? "" : "Some cookies could not be read and are gone (" + read.troubles().getFirst()
                    + (read.troubles().size() == 1 ? "" : " And " + (read.troubles().size() - 1) + " more.") + ") The file as it was is kept as " + copy() + ".");
        } catch (JsonProblem e) {
            return aside("line " + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            return aside(String.valueOf(e.getMessage()));
        }
    }

    private Path copy() throws IOException {
        var aside = AtomicFile.setAside(file);
        PrivateFiles.write(file, Files.readAllBytes(aside));
        return aside;
    }

    private Loaded aside(String reason) {
        try {
            return new Loaded(Jar.EMPTY, "The cookies could not be read (" + reason + "); their file was moved to " + AtomicFile.setAside(file) + " and the jar is empty.");
        } catch (IOException e) {
            return new Loaded(Jar.EMPTY, "The cookies in " + file + " could not be read (" + reason + "); the jar is empty.");
        }
    }

    /// From now on `changed` writes what `jar` gives. `troubled` hears, on another thread, a sentence where the disk does not take it.
    public synchronized void follow(Supplier<Jar> jar, Consumer<String> troubled) {
        content = jar;
        trouble = troubled;
    }

    /// Orders a write; returns at once.
    public synchronized void changed() {
        if (content != null && !waiting && !closed) {
            waiting = true;
            Thread.ofVirtual().name("cookies").start(this::behind);
        }
    }

    private void behind() {
        try {
            synchronized (this) {
                var until = System.nanoTime() + PAUSE.toNanos();
                while (!closed && until - System.nanoTime() > 0) {
                    wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }

    private void write() {
        synchronized (disk) {
            Supplier<Jar> source;
            synchronized (this) {
                if (!waiting) {
                    return;
                }
                waiting = false;
                source = content;
            }
            try {
                PrivateFiles.write(file, CookieJson.write(source.get()).getBytes(StandardCharsets.UTF_8));
                failed = "";
            } catch (IOException e) {
                say("The cookies are not kept for the next start: " + e.getMessage() + ".");
            }
        }
    }

    /// Each trouble once, and not at every cookie that comes.
    private void say(String sentence) {
        if (!failed.equals(sentence)) {
            failed = sentence;
            trouble.accept(sentence);
        }
    }

    /// Writes what has not been written yet.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        write();
    }
}
