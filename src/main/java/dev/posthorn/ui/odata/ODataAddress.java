package dev.posthorn.ui.odata;

import java.util.Locale;

/// Whether a URL looks like one of an OData service, and which service that would be.
public final class ODataAddress {

    private ODataAddress() {}

    /// True for what has `odata` or `.svc` as a step of its path, `$metadata`, `$batch`, or an option such as `$filter`.
    public static boolean likely(String url) {
        var lower = url.toLowerCase(Locale.ROOT);
        return lower.contains("/odata/") || lower.endsWith("/odata") || lower.contains(".svc/") && !lower.contains("authservice.svc") || lower.endsWith(".svc") || lower.contains("/$metadata") || lower.contains("/$batch")
                || lower.contains("$filter=") || lower.contains("$select=") || lower.contains("$expand=") || lower.contains("$orderby=") || lower.contains("$inlinecount=");
    }

    /// The address of the service, without what stands behind it.
    public static String root(String url) {
        return Loading.rootOfRequest(url);
    }
}
