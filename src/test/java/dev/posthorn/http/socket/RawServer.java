package dev.posthorn.http.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A server that says exactly the bytes a test wants, and keeps what it was told.
final class RawServer implements AutoCloseable {

    /// What the server does with one connection, its head read already.
    interface Script {
        void play(Peer peer) throws IOException;
    }

    /// A frame that the client sent, unmasked.
    record Frame(int first, boolean masked, byte[] payload) {
        int opcode() {
            return first & 15;
        }

        int code() {
            return payload.length < 2 ? 0 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /// The other end of one connection.
    record Peer(String head, InputStream in, OutputStream out) {

        String header(String name) {
            return head.lines().filter(l -> l.regionMatches(true, 0, name + ":", 0, name.length() + 1)).map(l -> l.substring(name.length() + 1).strip()).findFirst().orElse("");
        }

        void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void welcome(String... headers) throws IOException {
            var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + Handshake.accept(header("Sec-WebSocket-Key"))
                    + "\r\n" + more + "\r\n");
        }

        void frame(int first, byte[] payload) throws IOException {
            var frame = new ByteArrayOutputStream();
            frame.write(first);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                var octets = payload.length < 65_536 ? 2 : 8;
                frame.write(octets == 2 ? 126 : 127);
                for (var i = octets - 1; i >= 0; i--) {
                    frame.write((int) ((long) payload.length >>> 8 * i));
                }
            }
            frame.writeBytes(payload);
            raw(frame.toByteArray());
        }

        void raw(byte... bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /// The client's next frame; null where it has ended.
        Frame next() throws IOException {
            var data = new DataInputStream(in);
            var first = in.read();
            if (first < 0) {
                return null;
            }
            var second = data.readUnsignedByte();
            var length = second & 127;
            if (length == 126) {
                length = data.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(data.readLong());
            }
            var key = new byte[4];
            if ((second & 128) != 0) {
                data.readFully(key);
            }
            var payload = new byte[length];
            data.readFully(payload);
            for (var i = 0; i < length; i++) {
                payload[i] ^= key[i & 3];
            }
            return new Frame(first, (second & 128) != 0, payload);
        }
    }

    private final ServerSocket listening;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /// Each connection plays the next script, the last one for all that follow.
    RawServer(Script... scripts) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            for (var i = 0; !listening.isClosed(); i++) {
                try {
                    var socket = listening.accept();
                    sockets.add(socket);
                    var script = scripts[Math.min(i, scripts.length - 1)];
                    Thread.ofVirtual().start(() -> serve(socket, script));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void serve(Socket socket, Script script) {
        try (socket) {
            var in = socket.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var b = in.read();
                if (b < 0) {
                    return;
                }
                head.append((char) b);
            }
            heads.add(head.toString());
            script.play(new Peer(head.toString(), in, socket.getOutputStream()));
        } catch (IOException e) {
            // The client went.
        }
    }

    /// Keeps all frames of the client until it ends; for the end of a script.
    Script listen(Script before) {
        return peer -> {
            before.play(peer);
            for (var frame = peer.next(); frame != null; frame = peer.next()) {
                frames.add(frame);
            }
        };
    }

    BlockingQueue<Frame> frames() {
        return frames;
    }

    List<String> heads() {
        return heads;
    }

    String url(String path) {
        return "http://127.0.0.1:" + listening.getLocalPort() + path;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
