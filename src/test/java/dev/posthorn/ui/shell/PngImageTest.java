package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The PNG writer, read back by another decoder.
final class PngImageTest {
    @Test
    void everyPixelComesBackAsItWas() throws IOException {
        var image = new WritableImage(37, 21);
        for (var y = 0; y < 21; y++) {
            for (var x = 0; x < 37; x++) {
                image.getPixelWriter().setArgb(x, y, 0xff000000 | x * 7 << 16 | y * 12 << 8 | (x * y) % 256);
            }
        }
        var out = new ByteArrayOutputStream();
        PngImage.write(image, out);
        var read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(37, read.getWidth());
        assertEquals(21, read.getHeight());
        for (var y = 0; y < 21; y++) {
            for (var x = 0; x < 37; x++) {
                assertEquals(image.getPixelReader().getArgb(x, y), read.getRGB(x, y), x + "," + y);
            }
        }
    }
}
