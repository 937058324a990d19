package dev.posthorn.http.tls;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Failure.TlsFailed;
import dev.posthorn.model.Failure.TlsFailed.Remedy;
import dev.posthorn.model.Network;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Why a handshake failed, told from the exception, from the alert of the server (RFC 8446 §6.2) and from what it had asked of us.
public final class HandshakeReading {

    private static final Pattern ALERT = Pattern.compile("[Rr]eceived fatal alert: ([a-z_]+)");
    private static final Pattern VERSION = Pattern.compile("selected protocol version ([A-Za-z0-9.]+) is not accepted");
    private static final Set<String> OF_CERTIFICATES = Set.of("bad_certificate", "certificate_unknown", "unsupported_certificate", "certificate_revoked",
            "certificate_expired", "unknown_ca", "access_denied", "decrypt_error");
    private static final Set<String> OF_ITS_LACK = Set.of("certificate_required", "handshake_failure");
    private static final int ISSUERS_SHOWN = 3;

    private static final String ANOTHER = "Choose another certificate in the network settings, under Certificates, or ask the server's operator which one it takes.";

    private final String host;
    private final int port;
    private final String address;
    private final Optional<Network.ClientCertificate> own;
    private final Optional<Requests.Request> asked;

    /// @param address as the failure names the server
    /// @param own     the client certificate that is set for it
    /// @param asked   what the server asked of us; empty where it did not
    public HandshakeReading(String host, int port, String address, Optional<Network.ClientCertificate> own, Optional<Requests.Request> asked) {
        this.host = host;
        this.port = port;
        this.address = address;
        this.own = own;
        this.asked = asked;
    }

    public TlsFailed of(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Distrusted distrusted) {
                var finding = distrusted.finding();
                return new TlsFailed(address, finding.reason(), finding.advice(), finding.remedy(), finding.culprit(), CertificateFacts.of(distrusted.chain()));
            }
        }
        var said = said(e);
        var alert = ALERT.matcher(said);
        if (alert.find()) {
            return alert(alert.group(1));
        }
        return local(e, said);
    }

    /// A server that refuses our certificate, or its lack, seems just to close: in TLS 1.3 its alert comes after our handshake is over, and is lost
    /// where we are writing then.
    ///
    /// @param plain what to say where the server did not ask for one
    public Failure lost(Failure plain) {
        return asked.isEmpty() ? plain : closed();
    }

    private TlsFailed closed() {
        return own.isEmpty()
                ? failed("the server asked for a client certificate, got none and closed the connection" + authorities(), wanted(), Remedy.CLIENT_CERTIFICATE)
                : failed("the server closed the connection when it had seen our client certificate " + own.get().file().getFileName()
                        + (expired(own.get()) ? ", which has expired" : "") + authorities(), ANOTHER, Remedy.CLIENT_CERTIFICATE);
    }

    private TlsFailed alert(String alert) {
        if (own.isPresent() && (OF_CERTIFICATES.contains(alert) || alert.equals("handshake_failure") && asked.isPresent())) {
            return failed(refused(alert, own.get()) + (alert.equals("handshake_failure") ? kinds() : ""),
                    ANOTHER, Remedy.CLIENT_CERTIFICATE);
        }
        if (own.isEmpty() && asked.isPresent() && (OF_CERTIFICATES.contains(alert) || OF_ITS_LACK.contains(alert))) {
            return failed("the server demands a client certificate, and none is set for " + host + authorities(), wanted(), Remedy.CLIENT_CERTIFICATE);
        }
        return switch (alert) {
            case "certificate_required" -> failed("the server demands a client certificate (alert certificate_required)", wanted(), Remedy.CLIENT_CERTIFICATE);
            case "handshake_failure", "insufficient_security" -> failed("the server and this program have no cipher or setting of TLS in common (alert " + alert + ")",
                    "Look at the TLS versions and ciphers in the Settings tab; if they are the usual ones, the server offers only what is broken by now, or demands a client certificate.", Remedy.REQUEST_SETTINGS);
            case "protocol_version" -> failed("the server and this program have no version of TLS in common (alert protocol_version)",
                    "Look at the TLS versions in the Settings tab. Java does not speak TLS 1.0 and 1.1 any more, since they are broken.", Remedy.REQUEST_SETTINGS);
            case "unrecognized_name" -> failed("the server knows no site by the name " + host + " (alert unrecognized_name)",
                    "Use the name of the site in the URL, not its address; a host override in the network settings sends it to another address.", Remedy.URL);
            case "no_application_protocol" -> failed("the server speaks none of the offered versions of HTTP (alert no_application_protocol)",
                    "Choose another HTTP version in the Settings tab.", Remedy.REQUEST_SETTINGS);
            case "internal_error" -> failed("the server had an error of its own in the handshake (alert internal_error)",
                    "Look into the server's log; a server without a certificate for this name answers so, too.", Remedy.NONE);
            default -> failed("the server broke off the handshake (alert " + alert + ")", "Look into the server's log.", Remedy.NONE);
        };
    }

    private static String refused(String alert, Network.ClientCertificate own) {
        var name = own.file().getFileName();
        return switch (alert) {
            case "unknown_ca" -> "the server does not know the authority that issued our client certificate " + name + " (alert unknown_ca)";
            case "certificate_expired" -> "the server says that our client certificate " + name + " has expired" + (expired(own) ? ", and so it has" : "") + " (alert certificate_expired)";
            case "certificate_revoked" -> "the server says that our client certificate " + name + " was revoked (alert certificate_revoked)";
            case "access_denied" -> "the server knows our client certificate " + name + " and denies it access (alert access_denied)";
            case "decrypt_error" -> "the server could not check the signature of our client certificate " + name + " (alert decrypt_error)";
            default -> "the server does not accept our client certificate " + name + (expired(own) ? ", which has expired" : "") + " (alert " + alert + ")";
        };
    }

    /// A key of a kind that the server did not name was not shown.
    private String kinds() {
        return asked.map(a -> ": it asked for a key of the kind " + String.join(" or ", a.keys())).orElse("");
    }

    private static boolean expired(Network.ClientCertificate own) {
        try {
            IdentityFile.read(own).own().checkValidity();
            return false;
        } catch (Unusable | java.security.cert.CertificateNotYetValidException e) {
            return false;
        } catch (java.security.cert.CertificateExpiredException e) {
            return true;
        }
    }

    private String authorities() {
        var issuers = asked.map(Requests.Request::issuers).orElse(List.of());
        return issuers.isEmpty() ? "" : "; it takes those of " + issuers.stream().limit(ISSUERS_SHOWN).map(CertificateFacts::shortName).collect(Collectors.joining(", "))
                + (issuers.size() > ISSUERS_SHOWN ? " and " + (issuers.size() - ISSUERS_SHOWN) + " others" : "");
    }

    private String wanted() {
        return "Add a client certificate for " + host + (port == 443 ? "" : ":" + port) + " in the network settings, under Certificates.";
    }

    private TlsFailed local(IOException e, String said) {
        var version = VERSION.matcher(said);
        if (version.find()) {
            return failed("the server speaks " + version.group(1).replaceFirst("^TLS(?=1)", "TLSv1.").replace("TLSv1.1", "TLS 1.1").replace("TLSv1.0", "TLS 1.0")
                    + ", which is not switched on here", "Look at the TLS versions in the Settings tab. Java does not speak TLS 1.0 and 1.1 any more, since they are broken.", Remedy.REQUEST_SETTINGS);
        }
        var low = said.toLowerCase(Locale.ROOT);
        if (low.contains("unsupported or unrecognized ssl message") || low.contains("plaintext connection")) {
            return failed("the server does not speak TLS on this port (is it http://?)", "Write http:// in the URL, or use the port where the server speaks TLS.", Remedy.URL);
        }
        if (e instanceof SSLPeerUnverifiedException) {
            return failed("its certificate was made for another name than " + host, "Use the name that is in the certificate, or switch verification off for this host in the network settings.", Remedy.ALLOW_HOST);
        }
        if (low.contains("no appropriate protocol")) {
            return failed("no version of TLS and no cipher is left to offer", "Look at the TLS versions and ciphers in the Settings tab.", Remedy.REQUEST_SETTINGS);
        }
        if (ended(e, low)) {
            return asked.isPresent() ? closed()
                    : failed("the server closed the connection in the middle of the handshake", "Check host and port; a server that knows no site by this name, or a firewall, does so too.", Remedy.NONE);
        }
        if (low.startsWith("the settings") || low.contains("in the settings")) {
            return failed(said, "Look at the TLS versions and ciphers in the Settings tab.", Remedy.REQUEST_SETTINGS);
        }
        return failed(said, "The details may tell more to the server's operator.", Remedy.NONE);
    }

    private static boolean ended(IOException e, String low) {
        return low.contains("terminated the handshake") || e.getCause() instanceof EOFException || low.contains("connection reset") || low.contains("broken pipe") || low.contains("closed connection");
    }

    private TlsFailed failed(String reason, String advice, Remedy remedy) {
        return new TlsFailed(address, reason, advice, remedy, -1, List.of());
    }

    private static String said(Throwable e) {
        var message = e.getMessage();
        if (message == null || message.isBlank()) {
            return e.getClass().getSimpleName();
        }
        var line = message.lines().findFirst().orElse("").strip().replaceFirst("^\\([a-z_]+\\) ", "");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
