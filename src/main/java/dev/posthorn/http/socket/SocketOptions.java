package dev.posthorn.http.socket;

import java.time.Duration;

/// The switches of one WebSocket, by Postman's defaults.
///
/// @param retries     how often a lost connection is made again before it is given up; each success begins the count afresh
/// @param retryDelay  between two attempts
/// @param mostMessage bytes of one incoming message, unpacked; 0 for no limit
/// @param keepAlive   a ping after so long without one, and the end where no pong has come by the next; zero for none
/// @param closeWithin how long the server may take to answer a close
public record SocketOptions(int retries, Duration retryDelay, long mostMessage, Duration keepAlive, Duration closeWithin) {

    public static final SocketOptions DEFAULT = new SocketOptions(0, Duration.ofSeconds(5), 5L << 20, Duration.ZERO, Duration.ofSeconds(5));

    public SocketOptions retrying(int times, Duration delay) {
        return new SocketOptions(times, delay, mostMessage, keepAlive, closeWithin);
    }

    public SocketOptions atMost(long bytes) {
        return new SocketOptions(retries, retryDelay, bytes, keepAlive, closeWithin);
    }

    public SocketOptions keptAlive(Duration every) {
        return new SocketOptions(retries, retryDelay, mostMessage, every, closeWithin);
    }

    public SocketOptions closingWithin(Duration limit) {
        return new SocketOptions(retries, retryDelay, mostMessage, keepAlive, limit);
    }
}
