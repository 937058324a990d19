package dev.posthorn.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/// Ends a call whose connection is not there in time. DNS, all attempts to connect, and TLS count together; OkHttp's own limit holds for
/// each attempt anew, and not for TLS.
final class ConnectLimit extends EventListener {

    private final Duration limit;
    private final Timeline timeline;
    private Thread watch;
    private String passedIn;

    /// @param limit zero for none
    ConnectLimit(Duration limit, Timeline timeline) {
        this.limit = limit;
        this.timeline = timeline;
    }

    /// The phase in which the time was over; null where it never was.
    synchronized String passedIn() {
        return passedIn;
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        start(call);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        start(call);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        stop();
    }

    @Override
    public void callFailed(Call call, IOException e) {
        stop();
    }

    private synchronized void start(Call call) {
        if (!limit.isZero() && watch == null) {
            watch = Thread.ofVirtual().name("connect limit").start(() -> {
                try {
                    Thread.sleep(limit);
                    pass(call);
                } catch (InterruptedException e) {
                    // The connection is there, or has failed.
                }
            });
        }
    }

    private void pass(Call call) {
        synchronized (this) {
            if (watch != Thread.currentThread()) {
                return;
            }
            passedIn = timeline.phase();
        }
        call.cancel();
    }

    private synchronized void stop() {
        if (watch != null) {
            watch.interrupt();
            watch = null;
        }
    }
}
