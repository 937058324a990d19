package dev.posthorn.fuzz;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every reader of bytes from outside, with what Jazzer once found and random changes of good files: bad news is a sentence, never an error.
final class ReadersTest {

    private static final int ROUNDS = 8;
    private static final String NOISE = "{}[]:,\"'\n -#&*!|>0\u0000\u00ff";

    static Stream<FuzzTarget> targets() {
        return FuzzTargets.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void badBytesAreRefusedInWords(FuzzTarget target) {
        var random = new Random(5);
        assertTimeoutPreemptively(ofSeconds(120), () -> {
            for (var seed : target.seeds()) {
                target.reading().read(seed.getBytes(StandardCharsets.UTF_8));
                for (var round = 0; round < ROUNDS / target.seeds().size() + 1; round++) {
                    target.reading().read(changed(seed.getBytes(StandardCharsets.UTF_8), random));
                }
            }
            target.reading().read("[{\"a\":".repeat(20_000).getBytes(StandardCharsets.UTF_8));
            target.reading().read("- ".repeat(20_000).getBytes(StandardCharsets.UTF_8));
            target.reading().read(bomb().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static byte[] changed(byte[] seed, Random random) {
        var bytes = seed.clone();
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            if (random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) NOISE.charAt(random.nextInt(NOISE.length()));
            } else {
                var from = random.nextInt(bytes.length);
                var part = java.util.Arrays.copyOfRange(bytes, from, from + random.nextInt(bytes.length - from + 1));
                var longer = java.util.Arrays.copyOf(bytes, bytes.length + part.length);
                System.arraycopy(part, 0, longer, bytes.length, part.length);
                bytes = longer;
            }
        }
        return bytes;
    }

    /// Nested aliases that stand for a billion values.
    private static String bomb() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 9; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)))));
        }
        return text.toString();
    }
}
