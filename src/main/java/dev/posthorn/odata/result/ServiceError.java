package dev.posthorn.odata.result;

import java.util.ArrayList;
import java.util.List;

/// What a service says went wrong, in any of OData's forms.
///
/// @param code    its own code; "" where it gives none
/// @param message its own words
/// @param target  the property or parameter that is to blame; "" where it names none
/// @param details more sentences: details of v4, inner errors of v2 and v3
public record ServiceError(String code, String message, String target, List<String> details) implements Answer {

    public ServiceError {
        details = List.copyOf(details);
    }

    /// All of it as one text of a few sentences.
    public String sentence() {
        var parts = new ArrayList<String>();
        parts.add(message.isEmpty() ? "The service reports an error and does not say which" : message);
        if (!target.isEmpty() && !message.contains(target)) {
            parts.add("About: " + target);
        }
        details.stream().filter(d -> !d.isBlank() && !d.equals(message)).limit(8).forEach(parts::add);
        var text = new StringBuilder();
        for (var part : parts) {
            var ended = part.strip();
            text.append(text.isEmpty() ? "" : " ").append(ended);
            if (!ended.isEmpty() && ".!?".indexOf(ended.charAt(ended.length() - 1)) < 0) {
                text.append('.');
            }
        }
        return code.isEmpty() || message.contains(code) ? text.toString() : text + " (" + code + ")";
    }
}
