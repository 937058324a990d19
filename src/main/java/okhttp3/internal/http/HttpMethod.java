package okhttp3.internal.http;

import java.util.Set;

/// Lets any method carry a body, also GET and HEAD: OkHttp's own class of this name refuses that, and this one stands before it on
/// the class path (our jar is the first there). It answers everything that OkHttp asks about a method's name; `OkHttpWallsTest` fails
/// when a new OkHttp asks for more than is here.
public final class HttpMethod {

    public static final HttpMethod INSTANCE = new HttpMethod();

    private static final Set<String> WRITING = Set.of("POST", "PATCH", "PUT", "DELETE", "MOVE");

    private HttpMethod() {}

    public static boolean invalidatesCache(String method) {
        return WRITING.contains(method);
    }

    public static boolean requiresRequestBody(String method) {
        return false;
    }

    public static boolean permitsRequestBody(String method) {
        return true;
    }

    /// Redirects are followed by `dev.posthorn.http.Engine`, never by OkHttp.
    public boolean redirectsToGet(String method, int code) {
        return false;
    }

    /// There is no cache.
    public boolean isCacheable(String method) {
        return false;
    }
}
