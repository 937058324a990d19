package dev.posthorn.ui.request;

import dev.posthorn.auth.Field;
import dev.posthorn.ui.kit.FieldForm;
import java.util.Optional;
import javafx.scene.Node;

/// What other parts of the program put into the Authorization tab: a panel under the form, and something at the end of a secret's row.
public interface AuthExtras {

    AuthExtras NONE = new AuthExtras() {};

    /// A panel under the form of `type`, the one in force, be it set here or above. Asked for when that type comes into view; the panel stays
    /// until another type does.
    default Optional<Panel> under(String type, AuthEditing editing) {
        return Optional.empty();
    }

    /// What stands over the cookies: the session that the request is sent in. It hides where there is none.
    default Optional<Panel> besideCookies() {
        return Optional.empty();
    }

    /// Something small at the end of the row of a secret field, such as "move to secrets". Asked for when the row is made.
    default Optional<FieldForm.Beside> beside(Field secret, AuthEditing editing) {
        return Optional.empty();
    }

    /// Lives as long as its type is in view; what it listens to it may leave when its node leaves the scene.
    interface Panel {

        Node node();

        /// What stands between the chooser of the type and its form; empty for nothing.
        default Optional<Node> over() {
            return Optional.empty();
        }

        /// Looks at the values, variables and levels above again: some of them may have changed.
        void show();
    }
}
