package dev.posthorn.cli;

import dev.posthorn.http.Progress;
import dev.posthorn.model.Hop;
import dev.posthorn.model.StoredBody;
import java.io.IOException;
import java.io.OutputStream;

/// Prints the events of an endless answer as they come, and of every other answer the body when it is there.
final class LiveOutput implements Progress {

    private final OutputStream out;
    private final Runnable stop;
    private final byte[] buffer = new byte[1 << 13];
    private StoredBody live;
    private boolean good;
    private long printed;
    private IOException broken;

    /// @param stop called where nobody reads any more
    LiveOutput(OutputStream out, Runnable stop) {
        this.out = out;
        this.stop = stop;
    }

    @Override
    public void headArrived(int status) {
        good = status >= 200 && status < 300;
    }

    /// A stream that is an answer on the way to another one is not printed.
    @Override
    public void streaming(StoredBody body, Hop begun) {
        live = good ? body : null;
    }

    @Override
    public void received(long decoded, long onWire) {
        if (live == null || broken != null) {
            return;
        }
        try {
            print(live);
        } catch (IOException e) {
            broken = e;
            stop.run();
        }
    }

    /// What has not been printed yet.
    void finish(StoredBody body) throws IOException {
        if (broken != null) {
            throw broken;
        }
        print(body);
    }

    private void print(StoredBody body) throws IOException {
        for (var n = body.read(printed, buffer, 0, buffer.length); n > 0; n = body.read(printed, buffer, 0, buffer.length)) {
            out.write(buffer, 0, n);
            printed += n;
        }
        out.flush();
    }
}
