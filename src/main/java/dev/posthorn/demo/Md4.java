package dev.posthorn.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The hash that NTLM takes of a password (RFC 1320). Java has it no more; it is broken, and good for nothing else.
final class Md4 {

    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] ADDED = {0, 0x5a827999, 0x6ed9eba1};
    private static final int[][] ORDER = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}};

    private Md4() {}

    static byte[] of(byte[] text) {
        var padded = ByteBuffer.allocate((text.length + 8) / 64 * 64 + 64).order(ByteOrder.LITTLE_ENDIAN).put(text).put((byte) 0x80);
        padded.putLong(padded.capacity() - 8, text.length * 8L);
        var state = new int[] {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
        for (var at = 0; at < padded.capacity(); at += 64) {
            block(state, padded, at);
        }
        var out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(state).forEach(out::putInt);
        return out.array();
    }

    private static void block(int[] state, ByteBuffer text, int at) {
        var v = state.clone();
        for (var round = 0; round < 3; round++) {
            for (var step = 0; step < 16; step++) {
                var mixed = v[0] + mix(round, v[1], v[2], v[3]) + text.getInt(at + 4 * ORDER[round][step]) + ADDED[round];
                v = new int[] {v[3], Integer.rotateLeft(mixed, SHIFTS[round][step & 3]), v[1], v[2]};
            }
        }
        for (var i = 0; i < 4; i++) {
            state[i] += v[i];
        }
    }

    private static int mix(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> x & y | ~x & z;
            case 1 -> x & y | x & z | y & z;
            default -> x ^ y ^ z;
        };
    }
}
