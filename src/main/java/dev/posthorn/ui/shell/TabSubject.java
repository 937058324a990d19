package dev.posthorn.ui.shell;

import dev.posthorn.model.Auth;
import dev.posthorn.ui.oauth.LoginRun;
import dev.posthorn.ui.oauth.TokenSubject;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Workbench;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The authorization of one tab, as logins and the mends of the doctor see it: what is in force, and the level that sets it.
final class TabSubject implements TokenSubject {

    private final Supplier<Workbench> workbench;
    private final Supplier<Auth> own;
    private final Supplier<Context> where;
    private final Supplier<Context> sees;
    private final Consumer<UnaryOperator<Auth>> edit;
    private final BiConsumer<String, UnaryOperator<Auth>> above;
    private Runnable refresh = () -> { };
    private LoginRun last;

    /// @param where what is inherited from
    /// @param sees  whose variables are seen
    /// @param edit  changes what is set in the tab itself
    /// @param above changes what the folder or collection of that name sets
    TabSubject(Supplier<Workbench> workbench, Supplier<Auth> own, Supplier<Context> where, Supplier<Context> sees, Consumer<UnaryOperator<Auth>> edit,
            BiConsumer<String, UnaryOperator<Auth>> above) {
        this.workbench = workbench;
        this.own = own;
        this.where = where;
        this.sees = sees;
        this.edit = edit;
        this.above = above;
    }

    /// Called when another token will be sent now.
    void onRefresh(Runnable action) {
        refresh = action;
    }

    @Override
    public Auth own() {
        return own.get();
    }

    @Override
    public Auth effective() {
        return where.get().auth(own.get()).auth();
    }

    @Override
    public Auth resolved() {
        return workbench.get().resolvedAuth(effective(), sees.get());
    }

    @Override
    public Supplier<Auth> ready() {
        var effective = effective();
        var context = sees.get();
        return () -> workbench.get().authToSend(effective, context);
    }

    @Override
    public void change(UnaryOperator<Auth> change) {
        var effective = where.get().auth(own.get());
        if (own.get().inherited() && !effective.from().isEmpty()) {
            above.accept(effective.from(), change);
        } else {
            edit.accept(change);
        }
    }

    @Override
    public void choose(String type) {
        edit.accept(now -> now.type().equals(type) ? now : new Auth(type, Map.of()));
    }

    @Override
    public void refresh() {
        refresh.run();
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
