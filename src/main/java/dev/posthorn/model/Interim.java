package dev.posthorn.model;

import java.time.Duration;
import java.util.List;

/// An answer before the answer: 100 Continue, 102 Processing, 103 Early Hints (RFC 9110 §15.2, RFC 8297).
///
/// @param after from the start of the exchange
public record Interim(int status, String reason, List<Header> headers, Duration after) {
    public Interim {
        headers = List.copyOf(headers);
    }
}
