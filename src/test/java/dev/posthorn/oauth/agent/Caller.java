package dev.posthorn.oauth.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/// A browser's part of a callback: sends one request as it is written, and reads the answer to its end.
final class Caller {

    private Caller() {}

    /// What came back.
    record Page(int status, String head, String text) {}

    static Page get(URI redirect, String rest) throws IOException {
        return get(redirect, rest, SocketFactory.getDefault());
    }

    static Page get(URI redirect, String rest, SocketFactory sockets) throws IOException {
        return send(redirect, "GET " + redirect.getRawPath() + rest + " HTTP/1.1\r\nHost: " + redirect.getRawAuthority() + "\r\nAccept: text/html\r\n\r\n", sockets);
    }

    static Page post(URI redirect, String headers, String form) throws IOException {
        return send(redirect, "POST " + redirect.getRawPath() + " HTTP/1.1\r\nHost: " + redirect.getRawAuthority() + "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + headers
                + "Content-Length: " + form.length() + "\r\n\r\n" + form);
    }

    static Page send(URI redirect, String request) throws IOException {
        return send(redirect, request, SocketFactory.getDefault());
    }

    private static Page send(URI redirect, String request, SocketFactory sockets) throws IOException {
        try (var socket = sockets.createSocket()) {
            socket.connect(new InetSocketAddress(redirect.getHost().replaceAll("[\\[\\]]", ""), redirect.getPort()), 30_000);
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = answer.indexOf("\r\n\r\n");
            return new Page(Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        }
    }

    static boolean answers(URI redirect) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(redirect.getHost(), redirect.getPort()), 30_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
