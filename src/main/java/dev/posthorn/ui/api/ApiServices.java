package dev.posthorn.ui.api;

import dev.posthorn.api.ApiMethod;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.CodeWriting;
import javafx.scene.Node;

/// What the API page asks of the window. Called on the FX thread; all of it answers at once.
public interface ApiServices {

    Background background();

    /// The variables that a method's request sees.
    Variables variables(ApiMethod method);

    /// Writes its request as code, as things are now.
    CodeWriting code(ApiMethod method);

    /// The pane of the answers of that method.
    Node answer(ApiMethod method);

    /// Sends the method's request as it is filled in.
    void send(ApiMethod method, Request filled);

    boolean sending(ApiMethod method);

    void cancel(ApiMethod method);

    /// Asks where to, and saves it as a request.
    void save(ApiMethod method, Request filled);

    /// Says that something was done.
    void tell(String what);
}
