package dev.posthorn.http;

import dev.posthorn.model.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Puts an exception of the network into words.
final class Diagnosis {

    private Diagnosis() {}

    static Failure of(IOException e, Target target, Timeline timeline, Limits limits) {
        var after = limits.whole();
        return switch (e) {
            case dev.posthorn.http.proxy.ProxyFault proxy -> proxy.failure();
            case FileSystemException file -> new Failure.FileMissing(Path.of(String.valueOf(file.getFile())), "body");
            case BodyWriteFailed disk -> new Failure.Broken("The answer could not be kept: " + said(disk.getCause()) + ".");
            case ContentCoding.Damaged damaged -> new Failure.Broken("The answer of " + target.address() + " says it is compressed with "
                    + damaged.getMessage() + ", but its bytes are damaged: " + said(damaged.getCause()) + ".");
            case UnknownHostException slow when slow.getCause() instanceof TimeoutException -> new Failure.TimedOut("DNS", limits.lookup());
            case UnknownHostException unknown -> new Failure.UnknownHost(target.host());
            case SocketTimeoutException connect -> new Failure.TimedOut(timeline.phase(), timeline.elapsed());
            case InterruptedIOException timeout -> new Failure.TimedOut(timeline.phase(), after.isZero() ? timeline.elapsed() : after);
            case SSLException tls -> new Failure.TlsFailed(target.address(), tls(tls, target));
            case ProtocolException protocol -> protocol(protocol, target, timeline);
            case NoRouteToHostException route -> new Failure.ConnectionLost(target.address(), "there is no route to it from here");
            case ConnectException connect -> connect(connect, target);
            default -> lost(e, target, timeline);
        };
    }

    private static Failure connect(ConnectException e, Target target) {
        var said = e.getCause() == null ? said(e) : said(e.getCause());
        return said.contains("refused") ? new Failure.Refused(target.address()) : new Failure.ConnectionLost(target.address(), said);
    }

    private static Failure protocol(ProtocolException e, Target target, Timeline timeline) {
        return said(e).contains("unexpected end of stream") ? lost(e, target, timeline)
                : new Failure.Broken("The answer of " + target.address() + " breaks the rules of HTTP: " + said(e) + ".");
    }

    private static Failure lost(IOException e, Target target, Timeline timeline) {
        var ended = e instanceof EOFException || said(e).contains("unexpected end of stream") || said(e).contains("\\n not found");
        if (!ended) {
            return new Failure.ConnectionLost(target.address(), said(e));
        }
        return new Failure.ConnectionLost(target.address(), timeline.head() != null ? "the server ended the answer before it was complete"
                : "the server closed it without an answer");
    }

    private static String tls(SSLException e, Target target) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertificateExpiredException expired -> {
                    return "its certificate has expired (" + said(expired) + ")";
                }
                case CertificateNotYetValidException early -> {
                    return "its certificate is not valid yet (" + said(early) + ")";
                }
                case CertPathBuilderException unknown -> {
                    return "its certificate comes from no authority that is trusted here";
                }
                case CertPathValidatorException path -> {
                    return "its certificate is not trusted (" + said(path) + ")";
                }
                case SSLPeerUnverifiedException name -> {
                    return "its certificate was made for another name than " + target.host();
                }
                default -> { }
            }
        }
        return said(e).contains("Unsupported or unrecognized SSL message") ? "the server does not speak TLS on this port (is it http://?)" : said(e);
    }

    private static String said(Throwable e) {
        var message = e.getMessage();
        if (message == null || message.isBlank()) {
            return e.getClass().getSimpleName();
        }
        var line = message.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
