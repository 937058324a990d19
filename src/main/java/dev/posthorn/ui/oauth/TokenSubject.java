package dev.posthorn.ui.oauth;

import dev.posthorn.model.Auth;
import dev.posthorn.oauth.LoginResult;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The authorization whose token a panel shows: of a request, a folder or a collection. Belongs to the FX thread.
public interface TokenSubject {

    /// As it is set where the user is, perhaps `Auth.INHERIT`; variables are not resolved.
    Auth own();

    /// What is in force, as typed.
    default Auth effective() {
        return own();
    }

    /// What is in force, with the variables that have a value filled in.
    Auth resolved();

    /// The same to be used now, once it is asked for, off the FX thread: it may start the demo server. Called on the FX thread.
    Supplier<Auth> ready();

    /// Edits what is in force, at the level that sets it.
    void change(UnaryOperator<Auth> edit);

    /// Chooses another type of authorization for the request, folder or collection itself; `inherit` for the one above.
    void choose(String type);

    /// Tells those around that another token will be sent now.
    void refresh();

    /// After a login that went well it is that one's token that is sent, also where another one was chosen before.
    default void took(LoginRun run) {
        if (run.phase() instanceof LoginRun.Phase.Over(LoginResult.In(var token, _)) && !List.of("", token.id()).contains(resolved().text("login"))) {
            change(auth -> auth.with("login", token.id()));
        }
    }

    /// The last login of this tab, which is kept as long as the tab; null for none.
    LoginRun last();

    void last(LoginRun run);
}
