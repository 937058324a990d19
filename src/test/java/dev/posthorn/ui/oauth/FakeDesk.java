package dev.posthorn.ui.oauth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The window around a panel of OAuth 2.0, and the request that it belongs to.
final class FakeDesk implements LoginDesk, TokenSubject {

    final List<Mend> mends = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    LoginRun shown;
    Auth auth = new Auth("oauth2", Map.of("grant_type", "authorization_code", "tokenName", "Creatio"));
    Runnable changed = () -> { };
    private LoginRun last;

    @Override
    public void show(LoginRun run, TokenSubject subject, Runnable again) {
        shown = run;
    }

    @Override
    public void mend(Mend mend, TokenSubject subject) {
        mends.add(mend);
    }

    @Override
    public void applications(String id) {
        said.add("applications " + id);
    }

    @Override
    public void tell(String what) {
        said.add(what);
    }

    @Override
    public void trouble(String sentence) {
        said.add("trouble: " + sentence);
    }

    @Override
    public Auth own() {
        return auth;
    }

    @Override
    public void explore(String url) {
        said.add("explore " + url);
    }

    @Override
    public void open(String name, dev.posthorn.model.Request request) {
        said.add("open " + name);
    }

    @Override
    public Auth effective() {
        return auth;
    }

    @Override
    public Auth resolved() {
        return auth;
    }

    @Override
    public Supplier<Auth> ready() {
        var now = auth;
        return () -> now;
    }

    @Override
    public void change(UnaryOperator<Auth> edit) {
        auth = edit.apply(auth);
        changed.run();
    }

    @Override
    public void choose(String type) {
        auth = new Auth(type, Map.of());
    }

    @Override
    public void refresh() {
        said.add("refreshed");
    }

    @Override
    public LoginRun last() {
        return last;
    }

    @Override
    public void last(LoginRun run) {
        last = run;
    }
}
