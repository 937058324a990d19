package dev.posthorn.ui.kit;

import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// A single-line field as forms and tables use it, whatever draws it.
public interface TextInput {

    Region node();

    String text();

    /// Shows another text without telling the listeners; the same text changes nothing, not even the caret.
    void show(String text);

    /// Called with the whole text at each edit by the user.
    void onEdit(Consumer<String> listener);

    void prompt(String text);

    /// Looks at the variables again, after a change of environment.
    void recolour();
}
