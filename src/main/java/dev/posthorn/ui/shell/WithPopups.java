package dev.posthorn.ui.shell;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// A picture of the window with the menus and hints that lie over it: JavaFX has each of them in a window of its own.
final class WithPopups {

    private WithPopups() {}

    static WritableImage draw(Scene scene, int width, int height) {
        var image = scene.snapshot(new WritableImage(width, height));
        var owner = scene.getWindow();
        if (owner != null) {
            for (var window : Window.getWindows()) {
                if (window instanceof PopupWindow popup && popup.isShowing()) {
                    lay(popup, (int) Math.round(popup.getX() - owner.getX() - scene.getX()), (int) Math.round(popup.getY() - owner.getY() - scene.getY()), image);
                }
            }
        }
        return image;
    }

    private static void lay(PopupWindow popup, int left, int top, WritableImage image) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        var over = popup.getScene().getRoot().snapshot(parameters, null);
        var from = over.getPixelReader();
        var below = image.getPixelReader();
        var to = image.getPixelWriter();
        for (var y = Math.max(0, -top); y < Math.min(over.getHeight(), image.getHeight() - top); y++) {
            for (var x = Math.max(0, -left); x < Math.min(over.getWidth(), image.getWidth() - left); x++) {
                to.setArgb(left + x, top + y, mixed(from, x, y, below.getArgb(left + x, top + y)));
            }
        }
    }

    private static int mixed(PixelReader from, int x, int y, int below) {
        var over = from.getArgb(x, y);
        var alpha = over >>> 24;
        var mixed = 0xFF;
        for (var shift = 16; shift >= 0; shift -= 8) {
            mixed = mixed << 8 | ((over >> shift & 0xFF) * alpha + (below >> shift & 0xFF) * (255 - alpha)) / 255;
        }
        return mixed;
    }
}
