package dev.posthorn.http.proxy;

import dev.posthorn.js.Limits;
import dev.posthorn.js.Room;
import dev.posthorn.js.Sandbox;
import dev.posthorn.js.Script;
import dev.posthorn.js.ScriptError;
import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Network;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Proxy auto-configuration: loads the script, asks it for each URL, and reads its answer.
///
/// 1. A script from the network is loaded again after ten minutes, one from a file when the file has changed. Where the new one cannot be had, the old one stays.
/// 2. As in browsers the script sees of an https URL only the host, of others all but user and fragment.
/// 3. It has ten seconds for an answer, which leaves time for a few look-ups of names.
public final class Pac implements Routing.Scripts, Closeable {

    public static final int MOST = 1 << 20;
    private static final Duration AGE = Duration.ofMinutes(10);

    /// Loads a text from an http or https address, without a proxy.
    public interface Fetch {
        /// @throws IOException its message completes "cannot be loaded: "
        String text(String url, Consumer<Runnable> cancelled) throws IOException;
    }

    /// @param mark of the file's version; empty for the network
    private record Loaded(Room room, String text, Instant at, String mark, String function) {}

    private final Sandbox sandbox;
    private final Fetch fetch;
    private final PacFunctions functions;
    private final Clock clock;
    private final Duration limit;
    private final Map<String, Loaded> scripts = new HashMap<>();

    /// @param limit for one answer of a script
    public Pac(Sandbox sandbox, Fetch fetch, DialedSocket.Names names, Clock clock, Duration limit) {
        this.sandbox = sandbox;
        this.fetch = fetch;
        this.functions = new PacFunctions(names, clock);
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public List<Way> ways(Network.Route.Script script, String url, String host, Consumer<Runnable> cancelled) throws ProxyFault {
        var loaded = loaded(script.source(), cancelled);
        var running = new AtomicBoolean(true);
        cancelled.accept(() -> {
            if (running.get()) {
                forget(script.source(), loaded);
            }
        });
        try {
            var answer = loaded.room().call(loaded.function(), List.of(shown(url), Addresses.bare(host)), Limits.time(limit));
            return PacAnswer.ways(answer, script.source(), script.user(), script.password());
        } catch (ScriptError e) {
            if (e.kind() != ScriptError.Kind.THROWN) {
                forget(script.source(), loaded);
            }
            throw fault(script.source(), e);
        } finally {
            running.set(false);
        }
    }

    /// What the script may know of a URL.
    static String shown(String url) {
        var fragment = url.indexOf('#');
        var plain = fragment < 0 ? url : url.substring(0, fragment);
        var start = plain.indexOf("://") + 3;
        var end = plain.indexOf('/', start);
        var authority = plain.substring(start, end < 0 ? plain.length() : end);
        var host = authority.substring(authority.lastIndexOf('@') + 1);
        var scheme = plain.substring(0, start);
        return scheme + host + (scheme.toLowerCase(Locale.ROOT).equals("https://") || end < 0 ? "/" : plain.substring(end));
    }

    private synchronized Loaded loaded(String source, Consumer<Runnable> cancelled) throws ProxyFault {
        var known = scripts.get(source);
        try {
            var file = file(source);
            var mark = file == null ? "" : Files.getLastModifiedTime(file) + " " + Files.size(file);
            if (known != null && (file == null ? known.at().plus(AGE).isAfter(clock.instant()) : known.mark().equals(mark))) {
                return known;
            }
            var text = file == null ? fetch.text(source, cancelled) : read(file);
            if (known != null && known.text().equals(text)) {
                var again = new Loaded(known.room(), text, clock.instant(), mark, known.function());
                scripts.put(source, again);
                return again;
            }
            var fresh = compiled(source, text, mark);
            if (known != null) {
                known.room().close();
            }
            scripts.put(source, fresh);
            return fresh;
        } catch (IOException e) {
            if (e instanceof ProxyFault fault) {
                throw fault;
            }
            if (known != null) {
                return known;
            }
            throw new ProxyFault(new BadProxy.Script(source, "cannot be loaded: " + why(e)), e);
        }
    }

    /// Null for an address of the network.
    private static Path file(String source) throws ProxyFault {
        var lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return null;
        }
        try {
            return lower.startsWith("file:") ? Path.of(java.net.URI.create(source)) : Path.of(source);
        } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            throw new ProxyFault(new BadProxy.Script(source, "has an address that is neither a file nor http(s)://"), e);
        }
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > MOST) {
            throw new IOException("it is larger than " + MOST / 1024 + " KiB");
        }
        return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String why(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "there is no such file";
            case java.nio.file.AccessDeniedException _ -> "the file may not be read";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private Loaded compiled(String source, String text, String mark) throws ProxyFault {
        var room = sandbox.open(functions.all());
        try {
            var start = Limits.time(limit);
            room.run(new Script(source, text.startsWith("\uFEFF") ? text.substring(1) : text), start);
            var function = room.has("FindProxyForURLEx", start) ? "FindProxyForURLEx" : "FindProxyForURL";
            if (!room.has(function, start)) {
                throw new ProxyFault(new BadProxy.Script(source, "has no function FindProxyForURL" + (text.stripLeading().startsWith("<") ? "; it is a web page" : "")));
            }
            return new Loaded(room, text, clock.instant(), mark, function);
        } catch (ScriptError e) {
            room.close();
            throw fault(source, e);
        } catch (ProxyFault e) {
            room.close();
            throw e;
        }
    }

    private synchronized void forget(String source, Loaded loaded) {
        scripts.remove(source, loaded);
        loaded.room().close();
    }

    private static ProxyFault fault(String source, ScriptError e) {
        return new ProxyFault(new BadProxy.Script(source, switch (e.kind()) {
            case SYNTAX -> "cannot be read" + line(e) + ": " + e.getMessage();
            case THROWN -> "ended with an error" + line(e) + ": " + e.getMessage();
            case TIME, WAITED -> "gave no answer: " + e.getMessage();
            case MEMORY, STOPPED -> "was stopped: " + e.getMessage();
        }), e);
    }

    private static String line(ScriptError e) {
        return e.line() == 0 ? "" : " in line " + e.line();
    }

    @Override
    public synchronized void close() {
        scripts.values().forEach(loaded -> loaded.room().close());
        scripts.clear();
        sandbox.close();
    }
}
