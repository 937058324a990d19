package dev.posthorn.http;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import okhttp3.Headers;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/// Puts an exception of the network into words.
final class Diagnosis {

    /// OkHttp's, of the whole head (`HeadersReader.HEADER_LIMIT`).
    private static final long HEAD_LIMIT = 256 << 10;

    private Diagnosis() {}

    /// @param arrived bytes of the body that came before
    static Failure of(IOException e, Target target, Timeline timeline, Limits limits, long arrived, Seen seen) {
        var after = limits.whole();
        return switch (e) {
            case dev.posthorn.http.proxy.ProxyFault proxy -> proxy.failure();
            case FileChanged file -> new Failure.FileChanged(file.file(), file.announced(), file.found());
            case FileSystemException file -> unreadable(file);
            case BodyWriteFailed disk -> disk.failure();
            case ContentCoding.Damaged damaged -> new BadAnswer.Damaged(target.address(), damaged.getMessage(),
                    damaged.getCause() instanceof EOFException ? "they end too early" : said(damaged.getCause()));
            case UnknownHostException slow when slow.getCause() instanceof TimeoutException -> new Failure.TimedOut("DNS", limits.lookup());
            case UnknownHostException unknown -> new Failure.UnknownHost(target.host());
            case SocketTimeoutException connect -> new Failure.TimedOut(timeline.phase(), timeline.elapsed());
            case InterruptedIOException timeout -> new Failure.TimedOut(timeline.phase(), after.isZero() ? timeline.elapsed() : after);
            // What was wrong is found out by `Tls.explaining`.
            case SSLException tls when timeline.phase().equals("TLS") -> new Failure.TlsFailed(target.address(), said(tls));
            case StreamResetException reset when reset.errorCode != ErrorCode.CANCEL || seen.resetByServer() -> Http2Errors.reset(reset, target);
            case ConnectionShutdownException gone -> new Failure.ConnectionLost(target.address(), "the server is shutting this connection down (HTTP/2 GOAWAY)");
            case NoRouteToHostException route -> new Failure.Unreachable(target.address(), "there is no route to it, or it does not answer");
            case ConnectException connect -> connect(connect, target);
            case SocketException unreachable when said(unreachable).contains("unreachable") -> new Failure.Unreachable(target.address(), network(said(unreachable)));
            default -> answer(e, target, timeline, arrived, seen);
        };
    }

    private static Failure unreadable(FileSystemException e) {
        var file = Path.of(String.valueOf(e.getFile()));
        return switch (e) {
            case NoSuchFileException gone when Files.isDirectory(file) -> new Failure.FileUnreadable(file, "body", "it is a folder");
            case NoSuchFileException gone when Files.exists(file) -> new Failure.FileUnreadable(file, "body",
                    Files.isRegularFile(file) ? "you have no permission to read it" : "it is no ordinary file");
            case AccessDeniedException denied -> new Failure.FileUnreadable(file, "body", "you have no permission to read it");
            case NoSuchFileException gone -> new Failure.FileMissing(file, "body");
            default -> new Failure.FileUnreadable(file, "body", e.getReason() == null ? said(e) : e.getReason());
        };
    }

    /// Of the body's file before anything is sent.
    static Failure unreadable(IOException e) {
        return e instanceof FileSystemException file ? unreadable(file) : new Failure.Broken("Nothing was sent: the body cannot be read: " + said(e) + ".");
    }

    private static Failure connect(ConnectException e, Target target) {
        var said = e.getCause() == null ? said(e) : said(e.getCause());
        if (said.contains("refused")) {
            return new Failure.Refused(target.address());
        }
        return said.contains("timed out") ? new Failure.Unreachable(target.address(), "nobody answers there")
                : new Failure.Unreachable(target.address(), network(said));
    }

    private static String network(String said) {
        return said.contains("Network is unreachable") ? "this computer has no network that leads there" : said;
    }

    /// What remains is the fault of the answer, or of the connection while it came.
    private static Failure answer(IOException e, Target target, Timeline timeline, long arrived, Seen seen) {
        if (timeline.head() == null && seen.received() >= HEAD_LIMIT || said(e).startsWith("header byte count limit of")) {
            return new BadAnswer.HeadersTooLarge(target.address(), HEAD_LIMIT);
        }
        var foreign = timeline.head() == null ? NoHttp.told(seen.begun()) : Optional.<String>empty();
        if (foreign.isPresent()) {
            return new BadAnswer.Protocol(target.address(), foreign.get());
        }
        var said = said(e);
        var ended = e instanceof EOFException || e instanceof StreamResetException || said.contains("unexpected end of stream");
        if (!ended && (e instanceof ProtocolException || Http2Errors.unread(e))) {
            return new BadAnswer.Protocol(target.address(), said);
        }
        if (timeline.head() == null) {
            return new Failure.ConnectionLost(target.address(), ended ? seen.begun().isEmpty() ? "the server closed it without an answer" : "the server closed it in the middle of the head of its answer" : said);
        }
        var how = ended ? "the server closed the connection" : "the connection was broken off (" + said + ")";
        return new BadAnswer.Truncated(target.address(), how, arrived, announced(timeline.head().headers()));
    }

    private static long announced(Headers headers) {
        var length = headers.get("Content-Length");
        return headers.get("Transfer-Encoding") != null || length == null || !length.strip().matches("\\d{1,18}") ? -1 : Long.parseLong(length.strip());
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
