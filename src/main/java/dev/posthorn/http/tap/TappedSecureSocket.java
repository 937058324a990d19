package dev.posthorn.http.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.SSLSocket;

/// A secure connection that is listened to, before its bytes are encrypted and after they are decrypted.
public final class TappedSecureSocket extends SecureSocketAround implements Tapped {

    private final Tap tap;

    public TappedSecureSocket(SSLSocket inner, Tap tap) {
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
