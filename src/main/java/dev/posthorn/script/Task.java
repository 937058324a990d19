package dev.posthorn.script;

import dev.posthorn.model.Script;
import java.util.List;
import java.util.Map;

/// One script and all that it sees.
///
/// @param name      whose script it is, as errors name it: "folder Orders"
/// @param info      what `pm.info` and `pm.execution.location` say
/// @param variables is changed by the script, at once
/// @param request   in the form of a Postman 2.1 file; before the send as the user typed it, after it as it was sent
/// @param answer    null before the send
/// @param cookies   those that would go to the request's URL, or that came back: maps of `name`, `value`, `domain`, `path`, `httpOnly`, `secure`, `expires`
public record Task(Script.Phase phase, String name, String code, Info info, Variables variables, Map<String, Object> request, Answer answer,
        List<Map<String, Object>> cookies) {

    /// @param iteration  from 0
    /// @param location  names from the collection down to the request
    /// @param current   the name of the item whose script this is: one of `location`
    public record Info(int iteration, int iterations, String requestName, String requestId, List<String> location, String current) {

        public Info {
            location = List.copyOf(location);
        }

        /// The last of the names is that of the item whose script this is.
        public Info(int iteration, int iterations, String requestName, String requestId, List<String> location) {
            this(iteration, iterations, requestName, requestId, location, location.isEmpty() ? "" : location.getLast());
        }
    }
}
