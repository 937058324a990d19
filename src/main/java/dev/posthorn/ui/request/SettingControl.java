package dev.posthorn.ui.request;

import dev.posthorn.model.Settings;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// What stands in the middle of a line of the settings form.
interface SettingControl {

    /// What hears of edits: a change of the settings of this level.
    interface Edit {
        void apply(UnaryOperator<Settings> change);
    }

    Node node();

    /// Shows what holds: `effective` has the settings of all levels together, `own` those of this one. What is shown already does not move.
    void show(Settings effective, Settings own);

    /// A remark about what is typed, in a sentence; empty for none.
    default String remark() {
        return "";
    }
}
