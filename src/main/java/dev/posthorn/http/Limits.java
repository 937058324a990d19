package dev.posthorn.http;

import java.time.Duration;

/// How long one exchange of a send may take.
///
/// @param connect for DNS, connect and TLS together; zero for no limit
/// @param whole   of the whole send, for the message; zero for no limit
/// @param left    of the whole, when this exchange begins; zero for no limit
record Limits(Duration connect, Duration whole, Duration left) {

    /// How long a look-up of names may take: the connecting's limit or the whole's, whichever ends first; zero for no limit.
    Duration lookup() {
        return left.isZero() || !connect.isZero() && connect.compareTo(left) < 0 ? connect : whole;
    }

    /// The same in milliseconds from now.
    long lookupMillis() {
        return left.isZero() || !connect.isZero() && connect.compareTo(left) < 0 ? connect.toMillis() : Math.max(1, left.toMillis());
    }
}
