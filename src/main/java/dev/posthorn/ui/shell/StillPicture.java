package dev.posthorn.ui.shell;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A picture of a scene that is drawn when nothing moves in it any more.
record StillPicture(Scene scene, int width, int height) {
    private static final int PULSES_BETWEEN_LOOKS = 9;
    private static final int STILL = 3;
    private static final int LONG_ENOUGH = 20;
    /// What moves for ever, such as the seconds of a stream, is drawn as it is then.
    private static final int MOVES_FOR_EVER = 60;

    /// The picture, taken when a few looks one after the other saw the same; where a caret blinks, when what was seen before comes again; what never rests, as it is after a while.
    Image take() throws InterruptedException, TimeoutException {
        var done = new CompletableFuture<Image>();
        Pulses.on(() -> new AnimationTimer() {
            private int pulses;
            private int same;
            private int looks;
            private WritableImage before;
            private final Set<Integer> seen = new HashSet<>();

            @Override
            public void handle(long now) {
                if (++pulses % PULSES_BETWEEN_LOOKS != 0) {
                    return;
                }
                var image = WithPopups.draw(scene, width, height);
                same = before != null && equal(before, image) ? same + 1 : 0;
                before = image;
                var known = !seen.add(Arrays.hashCode(pixels(image)));
                if (same >= STILL || ++looks > LONG_ENOUGH && known || looks > MOVES_FOR_EVER) {
                    stop();
                    done.complete(image);
                }
            }
        }.start());
        return Pulses.wait(done, "drawing");
    }

    private static boolean equal(WritableImage one, WritableImage other) {
        return Arrays.equals(pixels(one), pixels(other));
    }

    private static int[] pixels(WritableImage image) {
        var width = (int) image.getWidth();
        var pixels = new int[width * (int) image.getHeight()];
        image.getPixelReader().getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
