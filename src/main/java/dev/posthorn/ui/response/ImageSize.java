package dev.posthorn.ui.response;

/// How many pixels a picture announces in its head, so that one of a few bytes cannot take all memory when it is unpacked.
final class ImageSize {

    private ImageSize() {}

    /// Width times height; 0 where the head does not tell.
    static long pixels(byte[] bytes) {
        if (bytes.length < 30) {
            return 0;
        }
        return switch (bytes[0] & 0xFF) {
            case 0x89 -> big(bytes, 16, 4) * big(bytes, 20, 4);
            case 'G' -> little(bytes, 6, 2) * little(bytes, 8, 2);
            case 'B' -> Math.abs((long) (int) little(bytes, 18, 4)) * Math.abs((long) (int) little(bytes, 22, 4));
            case 0xFF -> jpeg(bytes);
            default -> 0;
        };
    }

    /// The first start-of-frame segment (ITU-T T.81 §B.2.2).
    private static long jpeg(byte[] bytes) {
        var at = 2;
        while (at + 9 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            var marker = bytes[at + 1] & 0xFF;
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return big(bytes, at + 5, 2) * big(bytes, at + 7, 2);
            }
            at += 2 + (int) big(bytes, at + 2, 2);
        }
        return 0;
    }

    private static long big(byte[] bytes, int from, int count) {
        var value = 0L;
        for (var i = 0; i < count; i++) {
            value = value << 8 | bytes[from + i] & 0xFF;
        }
        return value;
    }

    private static long little(byte[] bytes, int from, int count) {
        var value = 0L;
        for (var i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xFF;
        }
        return value;
    }
}
