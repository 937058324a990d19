package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.util.List;

/// A way to prove who is asking. A new one is one file beside this one and one line in `AuthTypes.ALL`.
public interface AuthType {

    /// Postman's name of the type, as saved.
    String id();

    String label();

    /// One sentence under the chooser: what it does with the request.
    String summary();

    List<Field> fields();

    /// Adds what proves the sender. `values` has its variables resolved already.
    Signed sign(Wire wire, Auth values);

    sealed interface Signed {
        record Ready(Wire wire) implements Signed {}

        record GivenUp(Failure failure) implements Signed {}
    }
}
