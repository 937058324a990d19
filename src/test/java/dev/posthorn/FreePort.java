package dev.posthorn;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// A port of this machine where nobody listens, and that no connection is given by chance between now and its use: it lies below those that systems hand out.
public final class FreePort {

    private static final int FIRST = 12_000;
    private static final int LAST = 30_000;
    private static final int TRIES = 200;

    private FreePort() {}

    public static int find() throws IOException {
        for (var i = 0; i < TRIES; i++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (var there = new ServerSocket(port)) {
                return there.getLocalPort();
            } catch (IOException e) {
                // Somebody is there: another one.
            }
        }
        throw new IOException("no port is free");
    }
}
