package dev.posthorn.http.proxy;

import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Header;
import dev.posthorn.model.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks an HTTP proxy for a connection to a host by CONNECT (RFC 9110 §9.3.6), logging in where it wants that.
///
/// 1. Nothing is read beyond the head of a 2xx: what follows is the host's.
/// 2. Where the proxy closes after its 407, the next round rides a new connection, except in the middle of NTLM.
final class Tunnel {

    /// A new connection to the proxy, encrypted already where it is an HTTPS one.
    interface Line {
        Socket open() throws IOException;
    }

    private static final int MOST_HEAD = 1 << 16;
    private static final int MOST_BODY = 1 << 16;

    /// @param head as it came, a byte a character
    private record Answer(int status, String reason, List<Header> headers, String head, byte[] body, boolean reusable) {}

    private final Network.Proxy proxy;
    private final String target;
    private final ProxyLogin login;
    private final Deadline deadline;
    private final Consumer<Round> told;

    Tunnel(Network.Proxy proxy, String target, ProxyLogin login, Deadline deadline, Consumer<Round> told) {
        this.proxy = proxy;
        this.target = target;
        this.login = login;
        this.deadline = deadline;
        this.told = told;
    }

    /// The connection, which from now on speaks with the host.
    Socket open(Line line) throws IOException {
        var authorization = login.opening("CONNECT", target);
        var socket = line.open();
        while (true) {
            var answer = round(socket, authorization);
            if (answer.status() / 100 == 2) {
                return socket;
            }
            if (answer.status() != 407) {
                throw new ProxyFault(new BadProxy.Refused(proxy.toString(), target, said(answer)));
            }
            authorization = Optional.of(login.answer(answer.headers(), "CONNECT", target));
            if (!answer.reusable()) {
                if (login.midway()) {
                    throw new ProxyFault(new BadProxy.Strange(proxy.toString(), "it closed the connection in the middle of the login by NTLM"));
                }
                socket.close();
                socket = line.open();
            }
        }
    }

    private Answer round(Socket socket, Optional<String> authorization) throws IOException {
        var at = Instant.now();
        var start = System.nanoTime();
        var headers = new ArrayList<>(List.of(new Header("Host", target), new Header("Proxy-Connection", "Keep-Alive")));
        authorization.ifPresent(value -> headers.add(new Header("Proxy-Authorization", value)));
        var head = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\n");
        headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        var text = head.append("\r\n").toString();
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = read(deadline.reading(socket));
            told.accept(round(socket, at, start, headers, text, answer, null));
            return answer;
        } catch (ProxyFault e) {
            told.accept(round(socket, at, start, headers, text, new Answer(0, "", List.of(), "", new byte[0], false), e.failure()));
            throw e;
        }
    }

    private Round round(Socket socket, Instant at, long start, List<Header> headers, String head, Answer answer, BadProxy failure) {
        return new Round(at, Duration.ofNanos(System.nanoTime() - start), target, headers, head, answer.status(), answer.reason(), answer.headers(),
                answer.head(), answer.body(), failure, proxy.toString(), Addresses.authority(Addresses.shown(socket.getInetAddress()), socket.getPort()));
    }

    private Answer read(InputStream in) throws IOException {
        while (true) {
            var head = head(in);
            var lines = head.lines().toList();
            var parts = lines.getFirst().split(" ", 3);
            var headers = lines.stream().skip(1).filter(line -> line.indexOf(':') > 0)
                    .map(line -> new Header(line.substring(0, line.indexOf(':')).strip(), line.substring(line.indexOf(':') + 1).strip())).toList();
            var status = Integer.parseInt(parts[1]);
            var reason = parts.length > 2 ? parts[2].strip() : "";
            if (status / 100 == 2) {
                return new Answer(status, reason, headers, head, new byte[0], true);
            }
            if (status >= 200) {
                var body = new RefusalBody(in, headers, MOST_BODY);
                var bytes = body.read();
                return new Answer(status, reason, headers, head, bytes, body.complete() && keepsOpen(parts[0], headers));
            }
        }
    }

    private static boolean keepsOpen(String version, List<Header> headers) {
        var said = headers.stream().filter(h -> h.is("Connection") || h.is("Proxy-Connection")).map(h -> h.value().toLowerCase(java.util.Locale.ROOT)).toList();
        return said.stream().noneMatch(v -> v.contains("close")) && (!version.equals("HTTP/1.0") || said.stream().anyMatch(v -> v.contains("keep-alive")));
    }

    private String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var line = 0;
        while (true) {
            var b = in.read();
            if (b < 0) {
                throw strange(bytes.size() == 0 ? "it closed the connection without an answer" : "its answer ended in the middle of the head");
            }
            bytes.write(b);
            if (bytes.size() == 5 && !bytes.toString(StandardCharsets.ISO_8859_1).equals("HTTP/")) {
                throw strange("its answer does not begin with HTTP/");
            }
            if (bytes.size() > MOST_HEAD) {
                throw strange("the head of its answer is larger than " + MOST_HEAD / 1024 + " KiB");
            }
            if (b == '\n') {
                if (line == 0) {
                    break;
                }
                line = 0;
            } else if (b != '\r') {
                line++;
            }
        }
        var head = bytes.toString(StandardCharsets.ISO_8859_1);
        if (!head.matches("(?s)HTTP/\\d\\.\\d \\d{3}(?: [^\\r\\n]*)?\\r?\\n.*")) {
            throw strange("its answer begins with \"" + head.lines().findFirst().orElse("").strip() + "\"");
        }
        return head;
    }

    /// Status, reason, and the first words of the body, where it is text.
    private static String said(Answer answer) {
        var type = Header.first(answer.headers(), "Content-Type").orElse("text/plain");
        var text = !type.startsWith("text/") ? "" : new String(answer.body(), StandardCharsets.UTF_8).replaceAll("(?is)<(script|style|head)\\b.*?</\\1>|<[^>]*>", " ")
                .lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        var line = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        var status = (answer.status() + " " + answer.reason()).strip();
        return line.isEmpty() ? status : status + ": " + (line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
    }

    private ProxyFault strange(String reason) {
        return new ProxyFault(new BadProxy.Strange(proxy.toString(), reason));
    }
}
