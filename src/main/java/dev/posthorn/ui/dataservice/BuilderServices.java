package dev.posthorn.ui.dataservice;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the builder asks of the window. Called on the FX thread; all of it answers at once.
public interface BuilderServices {

    Background background();

    /// The request that is built, as it is edited now, here or in its own tab.
    Request request();

    void edit(UnaryOperator<Request> change);

    /// The request's name.
    String name();

    /// Sends the request; the window shows the answer by `DataServicePane.show`.
    void send();

    void cancel();

    /// Sends something beside the request, with its authorization, and reads the answer behind; `done` hears it on the FX thread. Who asks for the body reads it before he returns.
    <T> void ask(Request request, java.util.function.Function<Outcome, T> read, Consumer<T> done);

    /// Shows the request in its own tab.
    void openRequest();
}
