package dev.posthorn.formats;

import java.util.List;
import java.util.stream.IntStream;

/// The colour of an environment. Postman keeps its hue alone, 0 to 359 degrees; it is shown as `#rrggbb` with one saturation and lightness for all.
public final class EnvironmentColour {

    private static final double SATURATION = 0.65;
    private static final double LIGHTNESS = 0.48;

    /// The colours to choose from.
    public static final List<String> PALETTE = IntStream.of(0, 30, 50, 90, 120, 170, 200, 230, 270, 320).mapToObj(EnvironmentColour::of).toList();

    private EnvironmentColour() {}

    /// The colour that a file's `color` means; empty where it means none.
    static String read(String number) {
        return number.matches("\\d{1,6}") ? of(Integer.parseInt(number)) : "";
    }

    /// From a hue in degrees (CSS Color 4, section 7.1).
    public static String of(int hue) {
        return "#%02x%02x%02x".formatted(channel(hue, 0), channel(hue, 8), channel(hue, 4));
    }

    private static int channel(int hue, int offset) {
        var place = (offset + (hue % 360) / 30.0) % 12;
        var range = SATURATION * Math.min(LIGHTNESS, 1 - LIGHTNESS);
        return (int) Math.round(255 * (LIGHTNESS - range * Math.max(-1, Math.min(Math.min(place - 3, 9 - place), 1))));
    }

    /// The hue of `#rrggbb` in degrees; 0 for a grey.
    public static int hue(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        var red = rgb >> 16 & 255;
        var green = rgb >> 8 & 255;
        var blue = rgb & 255;
        var most = Math.max(red, Math.max(green, blue));
        var range = (double) most - Math.min(red, Math.min(green, blue));
        if (range == 0) {
            return 0;
        }
        var sixths = most == red ? (green - blue) / range : most == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
        return Math.floorMod(Math.round(sixths * 60), 360);
    }
}
