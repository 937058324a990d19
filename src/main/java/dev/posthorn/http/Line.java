package dev.posthorn.http;

import dev.posthorn.model.Connection;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// A connection of our own to a server, for what is no exchange of a request and an answer. Reading and writing belong to one thread each.
public final class Line implements Closeable {

    private final Socket bare;
    private final InputStream in;
    private final OutputStream out;
    private final Connection connection;

    /// @param bare   what carries it, without TLS
    /// @param spoken what is read and written; `bare` itself without TLS
    Line(Socket bare, Socket spoken, Connection connection) throws IOException {
        this.bare = bare;
        this.in = new BufferedInputStream(spoken.getInputStream(), 16_384);
        this.out = new BufferedOutputStream(spoken.getOutputStream(), 16_384);
        this.connection = connection;
    }

    public InputStream in() {
        return in;
    }

    public OutputStream out() {
        return out;
    }

    public Connection connection() {
        return connection;
    }

    /// Cuts it at once, also under a thread that waits for it: the bare socket goes first, since TLS would wait to say goodbye.
    @Override
    public void close() {
        try {
            bare.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
