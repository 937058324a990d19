package dev.posthorn.ui.shell;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.ui.dataservice.BuilderServices;
import dev.posthorn.ui.dataservice.DataServicePane;
import dev.posthorn.ui.kit.Background;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// The builder of a DataService query in a tab beside its request. There is nothing to save here: the request is saved in its own tab.
final class DataServiceDocument extends Document implements BuilderServices {
    private final BuilderTabs tabs;
    private final Cancellation cancellation = new Cancellation();
    private final DataServicePane pane;
    private RequestDocument built;
    private boolean closed;

    DataServiceDocument(BuilderTabs tabs, RequestDocument request) {
        this.tabs = tabs;
        take(request);
        pane = new DataServicePane(this);
        pane.show(request.state());
    }

    private void take(RequestDocument request) {
        built = request;
        title().set("Query: " + request.title().get());
        request.draft().listen(_ -> {
            if (!closed && built == request) {
                title().set("Query: " + request.title().get());
                pane.follow();
            }
        });
        request.onState(state -> {
            if (!closed && built == request) {
                pane.show(state);
            }
        });
    }

    boolean builds(RequestDocument request) {
        return built == request;
    }

    DataServicePane pane() {
        return pane;
    }

    /// The request's tab; made anew where it was closed.
    private RequestDocument living() {
        if (built.disposed()) {
            take(tabs.again(built.title().get(), built.draft().value()));
        }
        return built;
    }

    DataServiceDocument again() {
        return new DataServiceDocument(tabs, living());
    }

    boolean stop() {
        var under = built.sending();
        built.cancel();
        return under;
    }

    @Override
    public Background background() {
        return tabs.background();
    }

    @Override
    public Request request() {
        return built.draft().value();
    }

    @Override
    public void edit(UnaryOperator<Request> change) {
        living().draft().edit(change);
    }

    @Override
    public String name() {
        return built.title().get();
    }

    @Override
    public void send() {
        living().send();
    }

    @Override
    public void cancel() {
        built.cancel();
    }

    @Override
    public <T> void ask(Request request, Function<Outcome, T> read, Consumer<T> done) {
        tabs.ask(request, built, read, cancellation, answer -> {
            if (!closed) {
                done.accept(answer);
            }
        });
    }

    @Override
    public void openRequest() {
        tabs.documents().front().set(living());
    }

    @Override
    Node node() {
        return pane;
    }

    @Override
    void shown() {
        pane.follow();
    }

    @Override
    void follow(Desk now) {
        pane.follow();
    }

    @Override
    void dispose() {
        closed = true;
        cancellation.cancel();
    }
}
