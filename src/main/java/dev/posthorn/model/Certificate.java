package dev.posthorn.model;

import java.time.Instant;
import java.util.List;

/// A certificate as people read it.
///
/// @param subject   distinguished name of the owner (RFC 2253)
/// @param issuer    distinguished name of who signed it
/// @param serial    hexadecimal
/// @param names     the subject's alternative names: hosts and addresses it is good for
/// @param key       algorithm and size, "RSA 2048" or "EC P-256"
/// @param signature name of the signature's algorithm, "SHA256withRSA"
/// @param sha256    fingerprint of the whole certificate, hexadecimal with colons
public record Certificate(String subject, String issuer, String serial, Instant notBefore, Instant notAfter, List<String> names, String key, String signature,
        String sha256) {
    public Certificate {
        names = List.copyOf(names);
    }
}
