package dev.posthorn.oauth;

import dev.posthorn.http.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits between two questions, until the time is over or the login is cancelled.
interface Pause {

    void take(Duration length, Cancellation cancellation) throws InterruptedException;

    Pause REAL = (length, cancellation) -> {
        var over = new CountDownLatch(1);
        cancellation.whenCancelled(over::countDown);
        over.await(length.toMillis(), TimeUnit.MILLISECONDS);
    };
}
