package dev.posthorn.model;

import java.util.Map;

/// Something that would mend a login, offered as a button.
public sealed interface Mend {

    /// What stands on the button: "Send the credentials as Basic header".
    String label();

    /// Sets values of the authorization that is in force, in the request, folder or collection (or OAuth application) that sets it.
    record Change(String label, Map<String, Object> values) implements Mend {
        public Change {
            values = Map.copyOf(values);
        }
    }

    /// Puts a text on the clipboard, such as our redirect URL.
    record Copy(String label, String text) implements Mend {}

    /// Logs in, again or for the first time.
    record LogIn(String label) implements Mend {}

    /// Revokes a kept login and removes it.
    record Forget(String label, String token) implements Mend {}

    /// Chooses another type of authorization for the request; `inherit` for the one above.
    record Choose(String label, String type) implements Mend {}
}
