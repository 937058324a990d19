package dev.posthorn.script;

import java.util.List;
import java.util.Map;

/// What scripts reach of the program around them. Each call blocks its own thread; what it throws is the script's error, by its message.
public interface Host {

    enum Severity { DEBUG, LOG, INFO, WARN, ERROR }

    /// A line of `console.*`, with its values written out.
    void said(Severity severity, String text);

    /// The value of a dynamic variable such as `$guid`, a new one at each call; null where there is none of that name.
    String dynamic(String name);

    /// `pm.sendRequest`: a request in the form of a Postman 2.1 file (`url`, `method`, `header`, `body`, `auth`); called on a thread of its own.
    Answered send(Map<String, Object> request) throws Refusal;

    /// An answer and the cookies that it set, each a map of `name`, `value`, `domain`, `path` and so on.
    record Answered(Answer answer, List<Map<String, Object>> cookies) {}

    /// `pm.cookies.jar()`: method is get, getAll, set, unset or clear; the first argument is a URL. Answers plain values.
    Object cookies(String method, List<Object> arguments) throws Refusal;

    /// `pm.vault`: method is get, set or unset.
    Object vault(String method, List<Object> arguments) throws Refusal;

    /// `pm.execution.runRequest`: sends a saved request of this collection, its own scripts included; by id or name.
    Answered runRequest(String request, Map<String, Object> variables) throws Refusal;

    /// `pm.datasets(name)`: the rows of a data set beside the collection.
    List<Map<String, Object>> dataset(String name) throws Refusal;

    /// `pm.require("@team/package")`: the source of a script that belongs to the workspace.
    String source(String name) throws Refusal;

    /// It cannot be had; the message is a sentence for the script's author.
    final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        public Refusal(String sentence) {
            super(sentence);
        }
    }
}
