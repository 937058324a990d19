package dev.posthorn.text;

import java.time.Duration;

/// A text that is only read for so long: some regular expressions would never end on it.
public final class WatchedText implements CharSequence {

    /// The clock is looked at once in so many chars.
    private static final int STRIDE = 4_096;

    /// Thrown to whoever reads on when the time is over.
    public static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1;

        private OutOfTime() {
            super(null, null, false, false);
        }
    }

    private final CharSequence text;
    private final long until;
    private int handed;

    /// The time runs from now.
    public WatchedText(CharSequence text, Duration patience) {
        this(text, System.nanoTime() + patience.toNanos());
    }

    private WatchedText(CharSequence text, long until) {
        this.text = text;
        this.until = until;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++handed % STRIDE == 0 && System.nanoTime() - until > 0) {
            throw new OutOfTime();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new WatchedText(text.subSequence(start, end), until);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
