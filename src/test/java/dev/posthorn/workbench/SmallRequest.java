package dev.posthorn.workbench;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Options;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptSecrets;
import dev.posthorn.store.KeptTokens;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A GET with an answer of 100 bytes over a connection that stays open, four times: by OkHttp alone, by the engine, by all that a click on Send does
/// without the window, and by the same with a token of OAuth 2.0 that is kept on the disk beside a hundred others. One server answers all of them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SmallRequest {

    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"filler\":\"" + "x".repeat(87) + "\"}")
            .getBytes(StandardCharsets.US_ASCII);

    private static final int OTHERS = 100;

    private ServerSocket server;
    private Path folder;
    private OkHttpClient okhttp;
    private okhttp3.Request bare;
    private Engine engine;
    private Cookies cookies;
    private Wire wire;
    private Workbench workbench;
    private Request draft;
    private Context context;
    private Request withToken;

    @Setup
    public void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
        var url = "http://127.0.0.1:" + server.getLocalPort() + "/small?a=1";
        folder = Files.createTempDirectory("small-request");
        okhttp = new OkHttpClient();
        bare = new okhttp3.Request.Builder().url(url).header("Accept", "*/*").header("X-Mine", "1").build();
        cookies = new Cookies(Clock.systemUTC());
        engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/bench"));
        wire = new Wire("GET", url, List.of(new Header("X-Mine", "1")), Payload.empty());
        context = Context.none(folder);
        var home = new Home(folder.resolve("home"));
        var tokens = new KeptTokens(home, new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10)));
        workbench = new Workbench(engine, new AutomaticHeaders("Posthorn/bench"), cookies, new DemoOnDemand(), Thread::startVirtualThread, Clock.systemUTC(),
                RandomGenerator.getDefault(), new Console(Clock.systemUTC()), new Keepers(tokens, Applications.NONE, folder, Map.of()));
        var auth = new Auth("oauth2", Map.of("grant_type", "client_credentials", "accessTokenUrl", url, "clientId", "bench", "clientSecret", "never-sent"));
        for (var i = 0; i <= OTHERS; i++) {
            tokens.put(token(i, i < OTHERS ? "of another " + i : new OAuthSettings(auth).fingerprint()));
        }
        draft = Request.get(url).withHeaders(List.of(dev.posthorn.model.Entry.of("X-Mine", "1")));
        withToken = draft.withAuth(auth);
    }

    private static StoredToken token(int number, String settings) {
        var now = Instant.now();
        return new StoredToken("t" + number, "Token", settings, "", "", List.of(), List.of(), "kept-" + number + "-" + "x".repeat(1_000), "", "again-" + number, "Bearer", now,
                Optional.of(now.plusSeconds(36_000)), Map.of(), false);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket; var in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var ends = 0;
            for (var b = in.read(); b >= 0; b = in.read()) {
                ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
                if (ends == 2) {
                    out.write(ANSWER);
                    ends = 0;
                }
            }
        } catch (IOException e) {
            // The client is done.
        }
    }

    @TearDown
    public void close() throws IOException {
        workbench.close();
        okhttp.connectionPool().evictAll();
        server.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Benchmark
    public byte[] okhttp() throws IOException {
        try (var answer = okhttp.newCall(bare).execute()) {
            return answer.body().bytes();
        }
    }

    @Benchmark
    public byte[] engine() throws IOException {
        return bytes(engine.send(wire, Options.defaults(), cookies, Progress.silent(), new Cancellation()));
    }

    @Benchmark
    public byte[] send() throws IOException {
        return bytes(workbench.sendNow(draft, context, Progress.silent(), new Cancellation()));
    }

    @Benchmark
    public byte[] token() throws IOException {
        return bytes(workbench.sendNow(withToken, context, Progress.silent(), new Cancellation()));
    }

    private static byte[] bytes(Outcome outcome) throws IOException {
        try (var in = ((Outcome.Received) outcome).response().body().open()) {
            return in.readAllBytes();
        } finally {
            Workbench.release(outcome);
        }
    }
}
