package dev.posthorn.codegen;

import java.math.BigDecimal;

/// Milliseconds as people write seconds: `1.5`.
final class Seconds {

    private Seconds() {}

    static String of(long millis) {
        return BigDecimal.valueOf(millis).movePointLeft(3).stripTrailingZeros().toPlainString();
    }
}
