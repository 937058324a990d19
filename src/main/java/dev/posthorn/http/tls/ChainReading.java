package dev.posthorn.http.tls;

import dev.posthorn.model.Failure.TlsFailed.Remedy;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds out which certificate of a chain is at fault, once Java has refused it: its own words name neither the certificate nor the cure.
final class ChainReading {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String AIA = "1.3.6.1.5.5.7.1.1";
    private static final int WEAK_RSA = 2048;

    private final List<X509Certificate> chain;
    private final Set<X509Certificate> trusted;
    private final String host;
    private final Instant now;

    ChainReading(List<X509Certificate> chain, Set<X509Certificate> trusted, String host, Instant now) {
        this.chain = chain;
        this.trusted = trusted;
        this.host = host;
        this.now = now;
    }

    /// What to say of a refusal.
    Finding refused(Throwable refusal, List<String> troubles) {
        var found = new ArrayList<Finding>();
        validity().ifPresent(found::add);
        weakness(refusal).ifPresent(found::add);
        anchor(troubles).ifPresent(found::add);
        if (!HostNames.fits(chain.getFirst(), host)) {
            found.add(wrongHost());
        }
        return found.isEmpty() ? other(refusal) : joined(found);
    }

    /// Each reason is enough by itself: whoever mends one shall not run into the next.
    private static Finding joined(List<Finding> found) {
        var first = found.getFirst();
        if (found.size() == 1) {
            return first;
        }
        var second = found.get(1);
        return new Finding(first.culprit(), first.reason() + ". Besides, " + second.reason(), first.advice(), first.remedy());
    }

    Finding wrongHost() {
        var own = chain.getFirst();
        var reason = "its certificate is " + HostNames.difference(own, host);
        var names = CertificateFacts.dnsNames(own);
        return new Finding(0, reason, names.isEmpty() || HostNames.address(HostPattern.bare(host))
                ? "The server needs a certificate with the name " + host + ". For a test server, switch verification off for this host in the network settings."
                : "Use one of its names in the URL" + (names.size() == 1 ? " (" + names.getFirst() + ")" : "")
                        + ", perhaps with a host override in the network settings; or switch verification off for this host.", Remedy.ALLOW_HOST);
    }

    private Optional<Finding> validity() {
        for (var i = 0; i < chain.size(); i++) {
            var x = chain.get(i);
            if (now.isAfter(x.getNotAfter().toInstant())) {
                return Optional.of(new Finding(i, name(i) + " has expired on " + day(x.getNotAfter()) + ago(x.getNotAfter().toInstant()),
                        i == 0 ? "The server needs a new certificate. Until then, switch verification off for this host in the network settings."
                                : "The server sends an old intermediate certificate and needs the new one. Until then, switch verification off for this host in the network settings.",
                        Remedy.ALLOW_HOST));
            }
            if (now.isBefore(x.getNotBefore().toInstant())) {
                return Optional.of(new Finding(i, name(i) + " is valid only from " + day(x.getNotBefore()) + " on, and here it is " + DAY.format(now),
                        "Check the clock of this computer; if it is right, the server's certificate was made for later.", Remedy.ALLOW_HOST));
            }
        }
        return Optional.empty();
    }

    private String ago(Instant then) {
        var days = java.time.Duration.between(then, now).toDays();
        return days == 0 ? ", today" : days == 1 ? ", a day ago" : days < 700 ? ", " + days + " days ago" : "";
    }

    private Optional<Finding> weakness(Throwable refusal) {
        var path = cause(refusal, CertPathValidatorException.class);
        var constrained = path.isPresent() && path.get().getReason() == BasicReason.ALGORITHM_CONSTRAINED || String.valueOf(refusal.getMessage()).contains("algorithm constraints");
        if (!constrained) {
            return Optional.empty();
        }
        for (var i = 0; i < chain.size(); i++) {
            var x = chain.get(i);
            var signature = x.getSigAlgName().toUpperCase(Locale.ROOT);
            if (signature.startsWith("MD") || signature.startsWith("SHA1") && !self(x)) {
                return Optional.of(weak(i, "is signed with " + x.getSigAlgName() + ", which can be forged"));
            }
            if (x.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < WEAK_RSA) {
                return Optional.of(weak(i, "has a key of only " + rsa.getModulus().bitLength() + " bits (RSA), which can be broken"));
            }
        }
        var index = path.map(CertPathValidatorException::getIndex).orElse(0);
        return Optional.of(weak(Math.max(0, Math.min(index, chain.size() - 1)), "uses algorithms that are too weak (" + deepest(refusal) + ")"));
    }

    private Finding weak(int index, String what) {
        return new Finding(index, name(index) + " " + what,
                "The server needs a new certificate, with RSA 2048 or EC and SHA-256. Until then, switch verification off for this host in the network settings.", Remedy.ALLOW_HOST);
    }

    private Optional<Finding> anchor(List<String> troubles) {
        var last = 0;
        var seen = new ArrayList<X509Certificate>();
        for (var x = chain.getFirst(); x != null; x = presentedIssuer(x, seen)) {
            seen.add(x);
            last = chain.indexOf(x);
            if (trusted.contains(x) || trustedIssuer(x)) {
                return Optional.empty();
            }
        }
        var top = chain.get(last);
        var extra = troubles.isEmpty() ? "" : " (" + String.join(" ", troubles) + ")";
        if (self(top) && last == 0 && chain.size() == 1) {
            return Optional.of(new Finding(0, "its certificate, " + CertificateFacts.owner(top) + ", is self-signed: no authority vouches for it" + extra,
                    "If you know this server, add its certificate to the authorities in the network settings, or switch verification off for this host.", Remedy.ADD_AUTHORITY));
        }
        if (self(top)) {
            return Optional.of(new Finding(last, "its certificates lead to the authority " + CertificateFacts.owner(top) + ", which is not trusted here" + extra,
                    "If you trust this authority, add its certificate in the network settings; or switch verification off for this host.", Remedy.ADD_AUTHORITY));
        }
        var lookalike = trusted.stream().anyMatch(t -> t.getSubjectX500Principal().equals(top.getIssuerX500Principal()));
        if (lookalike) {
            return Optional.of(new Finding(last, name(last) + " says it comes from " + CertificateFacts.issuer(top)
                    + ", but was not signed with the key of the one that is trusted under this name" + extra,
                    "Somebody may stand between you and the server; or the authority has a new certificate, which you can add in the network settings.", Remedy.ADD_AUTHORITY));
        }
        var missing = top.getExtensionValue(AIA) != null && last == chain.size() - 1;
        return Optional.of(new Finding(last, name(last) + " was issued by " + CertificateFacts.issuer(top) + ", which is not known here"
                + (missing ? ": the server did not send the certificate in between" : chain.size() == 1 ? ", and the server sent no other certificate" : "") + extra,
                missing ? "The server should send its intermediate certificates too. You can add that of " + CertificateFacts.issuer(top)
                        + " to the authorities in the network settings, or switch verification off for this host."
                        : "If you trust " + CertificateFacts.issuer(top) + ", add its certificate to the authorities in the network settings; or switch verification off for this host.",
                Remedy.ADD_AUTHORITY));
    }

    private X509Certificate presentedIssuer(X509Certificate of, List<X509Certificate> seen) {
        return self(of) ? null : chain.stream().filter(c -> !seen.contains(c) && signed(of, c)).findFirst().orElse(null);
    }

    private boolean trustedIssuer(X509Certificate of) {
        return trusted.stream().anyMatch(t -> signed(of, t));
    }

    private static boolean self(X509Certificate x) {
        return signed(x, x);
    }

    private static boolean signed(X509Certificate x, X509Certificate by) {
        if (!x.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            x.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Java's own reason, for what is rare: names that an authority must not sign for, a wrong use of the key.
    private Finding other(Throwable refusal) {
        var index = cause(refusal, CertPathValidatorException.class).map(CertPathValidatorException::getIndex).orElse(0);
        var at = Math.max(0, Math.min(index, chain.size() - 1));
        return new Finding(at, name(at) + " is not accepted: " + deepest(refusal),
                "The server needs another certificate. Until then, switch verification off for this host in the network settings.", Remedy.ALLOW_HOST);
    }

    private String name(int index) {
        var owner = CertificateFacts.owner(chain.get(index));
        return index == 0 ? "its certificate" + (owner.equalsIgnoreCase(host) ? "" : ", " + owner + ",")
                : "the certificate of " + owner + ", number " + (index + 1) + " in its chain,";
    }

    private static String day(Date date) {
        return DAY.format(date.toInstant());
    }

    private static String deepest(Throwable e) {
        var deepest = e;
        while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
            deepest = deepest.getCause();
        }
        var line = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
