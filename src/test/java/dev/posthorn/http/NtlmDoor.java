package dev.posthorn.http;

import dev.posthorn.model.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A web server behind NTLM: remembers on which connection each request came, with what of a login and with how long a body.
final class NtlmDoor implements AutoCloseable {

    /// Takes a request that was let in.
    interface Room {
        String answer(String head, Socket socket) throws IOException;
    }

    /// What it does instead of sending a 401; false where it sends that nevertheless.
    interface Mischief {
        boolean done(int number, String challenge, OutputStream out, Socket socket) throws Exception;
    }

    final List<String> seen = new CopyOnWriteArrayList<>();
    private final RawServer server;
    private final TestProxy.Gate gate;
    private final Room room;
    private final Mischief mischief;

    NtlmDoor(ServerSocketFactory factory, TestProxy.Gate gate, Room room, Mischief mischief) throws IOException {
        this.gate = gate;
        this.room = room;
        this.mischief = mischief;
        server = new RawServer(factory, this::answer);
    }

    static NtlmDoor of(TestProxy.Gate gate) throws IOException {
        return new NtlmDoor(ServerSocketFactory.getDefault(), gate, (_, _) -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nin", (_, _, _, _) -> false);
    }

    private void answer(int number, String head, InputStream in, OutputStream out, Socket socket) throws Exception {
        var headers = new ArrayList<Header>();
        head.lines().skip(1).filter(line -> line.contains(": ")).forEach(line -> headers.add(new Header(line.split(": ", 2)[0], line.split(": ", 2)[1])));
        var length = Integer.parseInt(Header.first(headers, "Content-Length").orElse("0"));
        in.readNBytes(length);
        var login = Header.first(headers, "Authorization").map(v -> v.split(" ")[0] + (v.contains("TlRMTVNTUAAB") ? "1" : v.contains("TlRMTVNTUAAD") ? "3" : "")).orElse("-");
        seen.add("#" + server.number(socket) + " " + login + " " + length);
        var challenges = gate.challenges(server.number(socket), head);
        if (challenges.isEmpty()) {
            write(out, room.answer(head, socket));
        } else if (!mischief.done(number, challenges.getFirst(), out, socket)) {
            write(out, refusal(challenges, ""));
        }
    }

    static String refusal(List<String> challenges, String more) {
        var lines = new StringBuilder("HTTP/1.1 401 Unauthorized\r\n" + more + "Content-Length: 4\r\n");
        challenges.forEach(c -> lines.append("WWW-Authenticate: ").append(c).append("\r\n"));
        return lines.append("\r\nout!").toString();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    String url() {
        return server.url();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
