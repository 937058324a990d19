package dev.posthorn.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A server in a process of its own that hands one file out as fast as the kernel can (sendfile). Prints its port, then serves until its
/// standard input ends.
final class SendfileServer {

    private SendfileServer() {}

    /// @param args the file
    public static void main(String[] args) throws IOException {
        var listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(() -> accept(listening, Path.of(args[0])));
        System.out.println(listening.socket().getLocalPort());
        while (System.in.read() >= 0) {
            // Until the parent goes.
        }
    }

    private static void accept(ServerSocketChannel listening, Path path) {
        while (true) {
            try (var socket = listening.accept(); var file = FileChannel.open(path)) {
                serve(socket, file);
            } catch (IOException e) {
                // The client went away; the next one may come.
            }
        }
    }

    private static void serve(SocketChannel socket, FileChannel file) throws IOException {
        var head = ByteBuffer.allocate(1 << 14);
        while (!new String(head.array(), 0, head.position(), StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            if (socket.read(head) < 0) {
                return;
            }
        }
        var answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/octet-stream\r\nContent-Length: " + file.size() + "\r\n\r\n";
        socket.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        for (var sent = 0L; sent < file.size();) {
            sent += file.transferTo(sent, file.size() - sent, socket);
        }
    }
}
