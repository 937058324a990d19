package dev.posthorn.odata;

import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Apache's reference service of OData 2, in a class loader of its own: it is of the time of `javax`. It is asked without a network.
final class OlingoTwo implements AutoCloseable {

    static final String ROOT = "http://localhost/ref.svc/";
    private static final String CORE = "org.apache.olingo.odata2.core.";

    record Reply(int status, String type, String body) {}

    private final URLClassLoader loader;
    private final Object factory;
    /// One for all requests: each has its own data.
    private Object service;

    OlingoTwo() throws Exception {
        var jars = new ArrayList<URL>();
        try (var files = Files.list(Path.of("target", "test-olingo2"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                jars.add(file.toUri().toURL());
            }
        }
        loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        factory = make("org.apache.olingo.odata2.ref.processor.ScenarioServiceFactory");
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private Object make(String name, Object... arguments) throws Exception {
        for (var constructor : loader.loadClass(name).getConstructors()) {
            if (constructor.getParameterCount() == arguments.length) {
                return constructor.newInstance(arguments);
            }
        }
        throw new IllegalStateException(name);
    }

    /// A public method of whatever class or interface declares it, by name and number of arguments.
    private static Object call(Object on, String name, Object... arguments) throws Exception {
        for (Class<?> type = on.getClass(); type != null; type = type.getSuperclass()) {
            for (var method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length && !method.isBridge()) {
                    method.setAccessible(true);
                    return method.invoke(on, arguments);
                }
            }
        }
        throw new IllegalStateException(on.getClass() + "." + name);
    }

    private Object statically(String type, String name, Object argument) throws Exception {
        var found = loader.loadClass(type);
        var method = Arrays.stream(found.getMethods()).filter(m -> m.getName().equals(name) && m.getParameterCount() == 1).findFirst().orElseThrow();
        return method.invoke(null, argument);
    }

    Reply send(Request request) throws Exception {
        var url = RequestUrl.parse(request.url());
        var segments = new ArrayList<Object>();
        for (var segment : url.base().substring(Math.min(ROOT.length(), url.base().length())).split("/")) {
            segments.add(make(CORE + "ODataPathSegmentImpl", Percent.decode(segment), Map.of()));
        }
        var path = make(CORE + "PathInfoImpl");
        call(path, "setODataPathSegment", segments);
        call(path, "setServiceRoot", URI.create(ROOT));
        call(path, "setRequestUri", URI.create(request.url()));
        Map<String, List<String>> query = new LinkedHashMap<>();
        url.entries().forEach(e -> query.put(Percent.decodeOption(e.key()), List.of(Percent.decodeOption(e.value()))));
        var headers = new LinkedHashMap<String, List<String>>();
        request.headers().forEach(h -> headers.put(h.key(), List.of(h.value())));
        var method = statically("org.apache.olingo.odata2.api.commons.ODataHttpMethod", "valueOf", request.method());
        var builder = statically("org.apache.olingo.odata2.api.processor.ODataRequest", "method", method);
        call(builder, "httpMethod", request.method());
        call(builder, "pathInfo", path);
        call(builder, "allQueryParameters", query);
        call(builder, "requestHeaders", headers);
        call(builder, "acceptHeaders", headers.getOrDefault("Accept", List.of()));
        call(builder, "acceptableLanguages", List.of(Locale.ENGLISH));
        if (headers.containsKey("Content-Type")) {
            call(builder, "contentType", headers.get("Content-Type").getFirst());
        }
        var body = request.body() instanceof Body.Raw raw ? raw.text() : "";
        call(builder, "body", new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return answer(call(builder, "build"));
    }

    private Reply answer(Object request) throws Exception {
        var context = make(CORE + "ODataContextImpl", request, factory);
        service = service == null ? call(factory, "createService", context) : service;
        call(context, "setService", service);
        call(call(service, "getProcessor"), "setContext", context);
        try {
            var response = call(make(CORE + "ODataRequestHandler", factory, service, context), "handle", request);
            var status = (Integer) call(call(response, "getStatus"), "getStatusCode");
            var type = (String) call(response, "getContentHeader");
            var entity = call(response, "getEntity");
            var text = switch (entity) {
                case null -> "";
                case InputStream stream -> new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                default -> entity.toString();
            };
            return new Reply(status, type == null ? "" : type, text);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
