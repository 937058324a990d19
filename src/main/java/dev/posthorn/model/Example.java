package dev.posthorn.model;

import java.util.List;

/// A saved answer of a request.
///
/// @param request what was sent, null where the file does not say
/// @param status  0 where the file does not say
public record Example(String name, Request request, int status, String reason, List<Header> headers, String body) {

    public Example {
        reason = reason == null ? "" : reason;
        headers = List.copyOf(headers);
        body = body == null ? "" : body;
    }
}
