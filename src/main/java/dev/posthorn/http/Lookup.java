package dev.posthorn.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/// Finds a host's addresses and lets go at once when the send is cancelled or out of time: the system's resolver itself cannot be
/// interrupted, so it runs on a thread of its own.
final class Lookup implements Dns {

    /// What may end a lookup early. `millis` is how long it may take, 0 for no limit.
    record Limits(Cancellation cancellation, long millis) {}

    static final ScopedValue<Limits> LIMITS = ScopedValue.newInstance();

    /// What knows the addresses; may take as long as it likes.
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    Lookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /// By the system's resolver.
    Lookup() {
        this(host -> InetAddress.getAllByName(ours(host) ? "localhost" : host));
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var answer = new CompletableFuture<List<InetAddress>>();
        var limits = LIMITS.orElse(new Limits(new Cancellation(), 0));
        limits.cancellation().whenCancelled(() -> answer.completeExceptionally(new IOException("cancelled")));
        Thread.ofVirtual().name("dns " + host).start(() -> {
            try {
                answer.complete(List.of(resolver.addresses(host)));
            } catch (UnknownHostException | SecurityException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return limits.millis() == 0 ? answer.get() : answer.get(limits.millis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        } catch (TimeoutException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    /// `localhost` and every name under it are this machine (RFC 6761 §6.3), as in browsers and Postman; many systems know only the first.
    private static boolean ours(String host) {
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.equalsIgnoreCase("localhost") || name.toLowerCase(Locale.ROOT).endsWith(".localhost");
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
