package dev.posthorn.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/// A URL for OkHttp just as it was typed. OkHttp's own parser would resolve `..` and encode by rules of its own; its constructor, which is
/// not public, takes the parts as they are.
final class RawUrl {

    private static final MethodHandle PARTS = constructor();

    private RawUrl() {}

    private static MethodHandle constructor() {
        try {
            var found = HttpUrl.class.getDeclaredConstructor(String.class, String.class, String.class, String.class, int.class, List.class, List.class, String.class,
                    String.class);
            found.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(found);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This OkHttp builds its URLs in another way", e);
        }
    }

    static HttpUrl of(Target target) {
        var query = target.resource().indexOf('?') < 0 ? null : new ArrayList<String>(List.of("", ""));
        try {
            return (HttpUrl) PARTS.invoke(target.scheme(), "", "", target.canonical().host(), target.port(), List.of(""), query, null, target.url());
        } catch (Throwable e) {
            throw new IllegalStateException("This OkHttp builds its URLs in another way", e);
        }
    }
}
