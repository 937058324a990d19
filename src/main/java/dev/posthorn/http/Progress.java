package dev.posthorn.http;

/// What a send tells while it runs, from its own thread.
public interface Progress {

    /// The answer's head came; bytes of its body follow.
    void headArrived(int status);

    /// Decoded bytes stored so far, and bytes so far on the wire.
    void received(long decoded, long onWire);

    static Progress silent() {
        return new Progress() {
            @Override
            public void headArrived(int status) {}

            @Override
            public void received(long decoded, long onWire) {}
        };
    }
}
