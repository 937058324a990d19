package dev.posthorn.http;

import dev.posthorn.model.Hop;
import dev.posthorn.model.StoredBody;

/// What a send tells while it runs, from its own thread.
public interface Progress {

    /// The answer's head came; bytes of its body follow.
    void headArrived(int status);

    /// Decoded bytes stored so far, and bytes so far on the wire.
    void received(long decoded, long onWire);

    /// A stream of events begins; the body can be read while it comes, and is the one that the outcome will have.
    ///
    /// @param begun the exchange as far as it is known: what was sent, and the head of the answer
    default void streaming(StoredBody live, Hop begun) {}

    static Progress silent() {
        return new Progress() {
            @Override
            public void headArrived(int status) {}

            @Override
            public void received(long decoded, long onWire) {}
        };
    }
}
