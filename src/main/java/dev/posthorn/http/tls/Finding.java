package dev.posthorn.http.tls;

import dev.posthorn.model.Failure.TlsFailed.Remedy;

/// What is wrong with a chain of certificates.
///
/// @param culprit which one of the chain it is, 0 for the server's own; -1 for none of them
/// @param reason  completes "No secure connection to api.test:443: ", without a full stop
/// @param advice  a sentence
public record Finding(int culprit, String reason, String advice, Remedy remedy) {}
