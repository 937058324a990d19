package dev.posthorn.ui.oauth;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.model.Auth;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A vendor's authorization as its token sees it: as the settings of OAuth 2.0 that its form stands for. Edits go to the form.
record OAuthSubject(TokenSubject vendor) implements TokenSubject {

    static Auth settings(Auth auth) {
        return AuthTypes.oauth(auth).orElse(auth);
    }

    @Override
    public Auth own() {
        return vendor.own();
    }

    @Override
    public Auth effective() {
        return vendor.effective();
    }

    @Override
    public Auth resolved() {
        return settings(vendor.resolved());
    }

    @Override
    public Supplier<Auth> ready() {
        var auth = vendor.ready();
        return () -> settings(auth.get());
    }

    @Override
    public void change(UnaryOperator<Auth> edit) {
        vendor.change(edit);
    }

    @Override
    public void choose(String type) {
        vendor.choose(type);
    }

    @Override
    public void refresh() {
        vendor.refresh();
    }

    @Override
    public LoginRun last() {
        return vendor.last();
    }

    @Override
    public void last(LoginRun run) {
        vendor.last(run);
    }
}
