package dev.posthorn.ui.shell;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes a picture as a PNG file (W3C PNG, third edition): eight bits a channel, no alpha, as a window has none.
final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int COLOUR_RGB = 2;
    private static final int FILTER_SUB = 1;

    private PngImage() {}

    static void write(Image image, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.write(SIGNATURE);
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var head = new ByteArrayOutputStream();
        var fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, COLOUR_RGB, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", pixels(image, width, height));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static byte[] pixels(Image image, int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        var argb = new int[width];
        var row = new byte[1 + 3 * width];
        try (var deflated = new DeflaterOutputStream(packed)) {
            for (var y = 0; y < height; y++) {
                image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), argb, 0, width);
                row[0] = FILTER_SUB;
                var left = 0;
                for (var x = 0; x < width; x++) {
                    row[1 + 3 * x] = (byte) ((argb[x] >> 16) - (left >> 16));
                    row[2 + 3 * x] = (byte) ((argb[x] >> 8) - (left >> 8));
                    row[3 + 3 * x] = (byte) (argb[x] - left);
                    left = argb[x];
                }
                deflated.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt((int) crc.getValue());
    }
}
