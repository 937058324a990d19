package dev.posthorn.http.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// A connection without encryption that is listened to.
public final class TappedSocket extends SocketAround implements Tapped {

    private final Tap tap;

    public TappedSocket(Socket inner, Tap tap) {
        super(inner);
        this.tap = tap;
    }

    @Override
    public Tap tap() {
        return tap;
    }

    @Override
    public boolean ended() {
        return Pulse.ended(inner());
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TapInput(super.getInputStream(), tap, this);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new TapOutput(super.getOutputStream(), tap);
    }
}
