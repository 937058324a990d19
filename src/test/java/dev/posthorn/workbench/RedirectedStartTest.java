package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Network;
import dev.posthorn.vendors.Connection;
import dev.posthorn.vendors.Vendor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guided start at a server that sends everybody from http to https, as most do.
final class RedirectedStartTest {

    private static final int TLS_RECORD = 0x16;

    @TempDir
    private Path folder;

    private final MockWebServer plain = new MockWebServer();
    private final MockWebServer secure = new MockWebServer();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private ServerSocket gate;
    private Path authority;

    @BeforeEach
    void start() throws IOException {
        var root = new HeldCertificate.Builder().commonName("Test Root").certificateAuthority(0).build();
        var server = new HeldCertificate.Builder().commonName("server").addSubjectAlternativeName("localhost").signedBy(root).build();
        authority = Files.writeString(folder.resolve("root.pem"), root.certificatePem());
        gate = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        plain.setDispatcher(answering("http", Headers.of("Location", "https://localhost:" + gate.getLocalPort() + "/"), 301));
        plain.start();
        secure.useHttps(new HandshakeCertificates.Builder().heldCertificate(server).build().sslSocketFactory());
        secure.setDispatcher(answering("https", Headers.of("Content-Type", "text/html"), 200));
        secure.start();
        Thread.startVirtualThread(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        gate.close();
        plain.close();
        secure.close();
    }

    private Dispatcher answering(String scheme, Headers headers, int status) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                seen.add(scheme + " " + request.getMethod());
                return new MockResponse(status, headers, "");
            }
        };
    }

    /// One port for both, as 80 and 443 are one site: the first byte tells which it is.
    private void accept() {
        try {
            while (true) {
                var from = gate.accept();
                Thread.startVirtualThread(() -> pass(from));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from) {
        try (from) {
            var first = from.getInputStream().read();
            if (first < 0) {
                return;
            }
            try (var to = new Socket("localhost", first == TLS_RECORD ? secure.getPort() : plain.getPort())) {
                to.getOutputStream().write(first);
                Thread.startVirtualThread(() -> copy(to, from));
                copy(from, to);
            }
        } catch (IOException gone) {
            // Whoever asked sees it as a lost connection.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // Likewise.
        }
    }

    private List<String> told(Network network) {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        var engine = new Engine(new BodyStore(folder), automatic, () -> network.withRoute(new Network.Route.Direct()), console::exchanged);
        var told = new ArrayList<String>();
        try (var workbench = new Workbench(engine, automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(), console, Keepers.none())) {
            var typed = new Auth("creatioSession", Map.of("baseUrl", "http://localhost:" + gate.getLocalPort(), "username", "Supervisor", "password", "Supervisor"));
            new ConnectionCheck(workbench, Context.none(folder), step -> told.add(step.title() + ": " + step.sentence() + step.fault().map(f -> f.fault() + ": " + f.sentence()).orElse("")), new Cancellation())
                    .run(new Connection(Vendor.CREATIO, typed));
        }
        return told;
    }

    @Test
    void theAddressIsSetToHttpsAndThePasswordGoesThereAlone() {
        var told = told(Network.DEFAULT.withAuthorities(List.of(authority)));
        assertEquals("Server: The server speaks https: the address was set so, and its certificate is good.", told.getFirst());
        assertTrue(seen.contains("https POST"), seen.toString());
        assertFalse(seen.contains("http POST"), seen.toString());
    }

    @Test
    void aCertificateThatNobodyKnowsEndsTheCheckBeforeAnyPassword() {
        var told = told(Network.DEFAULT);
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().contains("certificate"), told.toString());
        assertEquals(List.of("http GET"), seen);
    }
}
