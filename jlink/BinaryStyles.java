import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/// Writes a style sheet in JavaFX's binary form. Arguments: the .css, the .bss. A program of its own, since it needs JavaFX on its module path.
final class BinaryStyles {

    private BinaryStyles() {}

    public static void main(String[] arguments) throws IOException {
        Stylesheet.convertToBinary(new File(arguments[0]), new File(arguments[1]));
    }
}
