package dev.posthorn.store;

/// How much of the past is kept.
///
/// @param body  the most bytes of one body, before compression; 0 keeps none
/// @param rows  the most sends
/// @param days  the oldest send, in days; 0 for any age
/// @param total the most bytes of all kept bodies together, compressed; beyond it the oldest bodies go, their rows stay
public record HistoryLimits(int body, int rows, int days, long total) {

    public static final HistoryLimits DEFAULT = new HistoryLimits(1 << 20, 100_000, 0, 1L << 30);

    public HistoryLimits {
        body = Math.clamp(body, 0, 64 << 20);
        rows = Math.clamp(rows, 1, 10_000_000);
        days = Math.max(0, days);
        total = Math.max(0, total);
    }
}
