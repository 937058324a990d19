package dev.posthorn.ui.request;

import dev.posthorn.model.Auth;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.Context;
import java.util.function.UnaryOperator;

/// The authorization that a tab edits, for those who add something to its form. Belongs to the FX thread.
public interface AuthEditing {

    /// As it is set here, perhaps `Auth.INHERIT`; variables are not resolved.
    Auth own();

    /// What is in force here, and which level sets it.
    Context.Effective effective();

    /// The variables that are seen here.
    Scopes scopes();

    /// Edits what is set here, as typing does: it can be undone and makes the tab unsaved.
    void change(UnaryOperator<Auth> edit);

    /// Explains anew what will be sent, after something outside the form has changed, such as a token that came.
    void refresh();
}
