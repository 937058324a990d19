package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class LookupTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final Lookup stuck = new Lookup(host -> {
        asked.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    });

    @AfterEach
    void letGo() {
        never.countDown();
    }

    private static List<InetAddress> lookup(Lookup lookup, Cancellation cancellation, long millis) throws UnknownHostException {
        return ScopedValue.where(Lookup.LIMITS, new Lookup.Limits(cancellation, millis)).call(() -> lookup.lookup("slow.test"));
    }

    @Test
    void cancelEndsALookupThatHangs() {
        var cancellation = new Cancellation();
        Thread.ofVirtual().start(() -> {
            try {
                asked.await();
                cancellation.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThrows(UnknownHostException.class, () -> lookup(stuck, cancellation, 0));
    }

    @Test
    void aLimitEndsItTooAndSaysSo() {
        var failure = assertThrows(UnknownHostException.class, () -> lookup(stuck, new Cancellation(), 20));
        assertInstanceOf(TimeoutException.class, failure.getCause());
    }

    @Test
    void allAddressesAreGivenInTheirOrder() throws Exception {
        var both = new InetAddress[] {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")};
        assertEquals(List.of(both), lookup(new Lookup(_ -> both), new Cancellation(), 0));
    }
}
