package dev.posthorn.http.tap;

/// A socket that is listened to.
public interface Tapped {
    Tap tap();
}
