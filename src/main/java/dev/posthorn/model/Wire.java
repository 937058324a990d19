package dev.posthorn.model;

import java.util.List;

/// A request as it goes out: no `{{}}` left, path variables filled in, every header in its order and case.
///
/// @param url absolute, encoded, as it will stand on the wire
public record Wire(String method, String url, List<Header> headers, Payload payload) {

    public Wire {
        headers = List.copyOf(headers);
    }

    public Wire withHeaders(List<Header> value) {
        return new Wire(method, url, value, payload);
    }

    public Wire withUrl(String value) {
        return new Wire(method, value, headers, payload);
    }
}
