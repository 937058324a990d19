package dev.posthorn.http.tap;

/// A socket that is listened to.
public interface Tapped {
    Tap tap();

    /// True where the other end has closed the connection, which must be idle; waits a millisecond.
    boolean ended();
}
