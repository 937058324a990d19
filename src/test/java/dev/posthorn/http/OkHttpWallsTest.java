package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import okhttp3.internal.http.HttpMethod;
import org.junit.jupiter.api.Test;

/// What must hold for our stand-in for a class of OkHttp's to work.
final class OkHttpWallsTest {

    private static final String NAME = "okhttp3/internal/http/HttpMethod.class";

    private static List<URL> copies(String name) throws IOException {
        return Collections.list(OkHttpWallsTest.class.getClassLoader().getResources(name));
    }

    @Test
    void ourClassStandsBeforeOkHttpsOwn() throws IOException {
        assertEquals(2, copies(NAME).size());
        assertEquals(copies(NAME).getFirst().getProtocol(), "file");
        assertTrue(HttpMethod.permitsRequestBody("GET"));
    }

    @Test
    void ourClassHasAllThatOkHttpsOwnHas() throws Exception {
        var theirs = copies(NAME).getLast();
        var bytes = theirs.openStream().readAllBytes();
        var loader = new ClassLoader(null) {
            Class<?> define() {
                return defineClass("okhttp3.internal.http.HttpMethod", bytes, 0, bytes.length);
            }

            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return OkHttpWallsTest.class.getClassLoader().loadClass(name);
            }
        };
        assertEquals(methods(loader.define()), methods(HttpMethod.class));
    }

    private static okhttp3.Response bare(String answer) throws IOException {
        try (var server = RawServer.saying(answer)) {
            return new okhttp3.OkHttpClient().newCall(new okhttp3.Request.Builder().url(server.url()).build()).execute();
        }
    }

    /// Why `Tape` keeps interim answers to itself.
    @Test
    void okHttpTakesAnInterimAnswerBeforeThe100ForTheAnswer() throws IOException {
        var body = new okhttp3.RequestBody() {
            private boolean sent;

            @Override
            public okhttp3.MediaType contentType() {
                return null;
            }

            @Override
            public void writeTo(okio.BufferedSink sink) {
                sent = true;
            }
        };
        try (var server = RawServer.saying("HTTP/1.1 103 Early Hints\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Length: 0\n\n")) {
            new okhttp3.OkHttpClient().newCall(new okhttp3.Request.Builder().url(server.url()).header("Expect", "100-continue").post(body).build()).execute().close();
        }
        assertFalse(body.sent);
    }

    /// Why `Softened` gives OkHttp another head of such answers to read.
    @Test
    void okHttpLosesAnswersWithoutABodyThatAnnounceOne() throws IOException {
        for (var status : List.of("204 No Content", "205 Reset Content")) {
            assertThrows(java.net.ProtocolException.class, () -> bare("HTTP/1.1 " + status + "\nContent-Length: 2\n\nhi").close());
        }
        try (var answer = bare("HTTP/1.1 304 Not Modified\nContent-Length: 2\n\n")) {
            assertEquals(2, answer.body().contentLength());
        }
    }

    @Test
    void okHttpReadsAFoldedLineAsAHeaderWithoutAName() throws IOException {
        try (var answer = bare("HTTP/1.1 200 OK\nX-Fold: a\n b\nContent-Length: 0\n\n")) {
            assertEquals("a", answer.header("X-Fold"));
        }
    }

    private static TreeSet<String> methods(Class<?> type) {
        var names = new TreeSet<String>();
        Stream.of(type.getMethods()).filter(m -> m.getDeclaringClass() == type)
                .forEach(m -> names.add(m.getName() + List.of(m.getParameterTypes()) + java.lang.reflect.Modifier.isStatic(m.getModifiers())));
        return names;
    }

    @Test
    void everyOtherClassOfOkHttpIsThereOnce() throws IOException {
        var jar = copies("okhttp3/OkHttpClient.class").getFirst().toString().replaceAll("^jar:|!.*$", "");
        var twice = new ArrayList<String>();
        try (var in = new JarInputStream(java.net.URI.create(jar).toURL().openStream())) {
            for (var entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().startsWith("okhttp3/") && entry.getName().endsWith(".class") && copies(entry.getName()).size() != 1) {
                    twice.add(entry.getName());
                }
            }
        }
        assertEquals(List.of(NAME), twice);
    }
}
