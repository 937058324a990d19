package dev.posthorn.demo.identity;

import java.util.List;
import java.util.Map;

/// A request to the identity server, whatever web server took it in.
///
/// @param host          scheme and authority that the asker used: `http://127.0.0.1:8080`
/// @param path          as it was asked, from the root
/// @param query         decoded, in order
/// @param form          of an url-encoded body, decoded, in order
/// @param authorization the header of that name; empty for none
/// @param cookies       of the request, by name
public record Asked(String method, String host, String path, Map<String, List<String>> query, Map<String, List<String>> form, String authorization,
        Map<String, String> cookies) {

    /// Those of the body for POST, those of the query for everything else.
    Map<String, List<String>> parameters() {
        return method.equals("POST") ? form : query;
    }
}
