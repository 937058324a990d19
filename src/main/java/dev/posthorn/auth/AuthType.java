package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.util.List;
import java.util.Optional;

/// A way to prove who is asking. A new one is one file beside this one and one line in `AuthTypes.ALL`.
public interface AuthType {

    /// Postman's name of the type, as saved.
    String id();

    String label();

    /// One sentence under the chooser: what it does with the request.
    String summary();

    /// All inputs, also those that only some choices need: variables are resolved in these, and their presets hold where the file has no value.
    List<Field> fields();

    /// The form for these values, in parts with titles; a part without a title stands alone. What other choices need is left out.
    default List<Section> form(Auth values) {
        return List.of(new Section("", fields(), true));
    }

    /// Begins one send. `values` has its variables resolved and its presets filled in; nothing slow happens here.
    Signing signing(Auth values, Surroundings around);

    /// The settings of OAuth 2.0 that these values stand for, where the type is one that sends a token of an authorization server. Variables may stand in them.
    default Optional<Auth> oauth(Auth values) {
        return Optional.empty();
    }

    /// @param open whether it is shown unfolded at first
    record Section(String title, List<Field> fields, boolean open) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /// What became of a request that was to be signed.
    sealed interface Signed {

        /// @param workings what it was worked out from, for the eyes of the user
        record Ready(Wire wire, List<Working> workings) implements Signed {
            public Ready {
                workings = List.copyOf(workings);
            }

            public Ready(Wire wire) {
                this(wire, List.of());
            }
        }

        record GivenUp(Failure failure) implements Signed {}
    }
}
