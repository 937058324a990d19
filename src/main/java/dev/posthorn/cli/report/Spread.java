package dev.posthorn.cli.report;

/// Mean, extremes and standard deviation of times, in milliseconds, by Welford's method; what did not happen (0) is left out.
final class Spread {

    private long count;
    private double mean;
    private double squares;
    private double least;
    private double most;

    void add(double value) {
        if (value <= 0) {
            return;
        }
        count++;
        var before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
        least = count == 1 ? value : Math.min(least, value);
        most = Math.max(most, value);
    }

    double mean() {
        return mean;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /// Of all values, not of a sample.
    double deviation() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }
}
