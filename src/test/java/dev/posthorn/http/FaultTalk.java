package dev.posthorn.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The server's end of one connection, with the words that misbehaving needs.
final class FaultTalk {

    private final Socket plain;
    private final InputStream in;
    private final OutputStream out;
    private final int number;
    private final AtomicInteger serving;
    private final CountDownLatch over;

    /// @param plain   the bare connection, `socket` what is on top of it
    /// @param number  of this connection, counted from 0
    /// @param serving connections that are being talked on; one that stalls is none
    /// @param over    reaches zero when the server is closed
    FaultTalk(Socket plain, Socket socket, int number, AtomicInteger serving, CountDownLatch over) throws IOException {
        this.serving = serving;
        this.over = over;
        this.plain = plain;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.number = number;
    }

    int number() {
        return number;
    }

    /// Reads a request's head, with its empty line.
    String head() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            bytes.write(one());
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    byte[] read(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IOException("the client has gone");
        }
        return bytes;
    }

    private int one() throws IOException {
        return read(1)[0];
    }

    /// Every `\n` goes out as CR LF.
    void say(String text) throws IOException {
        say(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    void say(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// The same again and again until the client goes away.
    void sayForEver(String text, long pauseMillis) throws IOException {
        while (true) {
            say(text);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        }
    }

    /// Ends the connection by RST, which throws away what was under way.
    void reset() throws IOException {
        plain.setSoLinger(true, 0);
        plain.close();
    }

    void close() throws IOException {
        plain.close();
    }

    /// Neither says nor takes anything until the server is closed.
    void stall() throws InterruptedException {
        serving.decrementAndGet();
        try {
            over.await();
        } finally {
            serving.incrementAndGet();
        }
    }

    /// Says no more, takes what comes, until the client goes away.
    void hold() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
