package dev.posthorn.formats.v3;

import dev.posthorn.tree.JsonWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A short mark of a value: the same for the same JSON, another for another, and nothing of the value can be read from it.
final class Fingerprint {

    /// Hexadecimal digits: 40 bits tell the values of one item apart.
    private static final int DIGITS = 10;

    private Fingerprint() {}

    static String of(Object value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(JsonWriter.compact(sorted(value)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                for (var member : map.entrySet()) {
                    sorted.put(String.valueOf(member.getKey()), sorted(member.getValue()));
                }
                yield sorted;
            }
            case List<?> list -> sortedAll(list);
            case BigDecimal number when number.precision() + Math.abs((long) number.scale()) < 1_000 -> number.stripTrailingZeros().toPlainString();
            case Double number when !number.isNaN() && !number.isInfinite() -> new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            case Number number -> number.toString();
            case null, default -> value;
        };
    }

    private static List<Object> sortedAll(List<?> list) {
        var sorted = new ArrayList<Object>();
        for (var element : list) {
            sorted.add(sorted(element));
        }
        return sorted;
    }
}
