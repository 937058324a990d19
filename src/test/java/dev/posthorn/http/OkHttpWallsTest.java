package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
