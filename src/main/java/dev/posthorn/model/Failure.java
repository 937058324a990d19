package dev.posthorn.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Why no answer came: each knows the sentence to show, what to try, and the part of the editor that mends it.
public sealed interface Failure {

    /// What happened, in one sentence that names the host, file or variable.
    String sentence();

    /// What to do about it, in one sentence.
    String advice();

    /// The part of the request editor to open for mending it.
    default Focus focus() {
        return Focus.URL;
    }

    /// The parts of the request editor that a failure can point to.
    enum Focus { URL, PARAMS, AUTHORIZATION, HEADERS, BODY, SCRIPTS, SETTINGS, ENVIRONMENT, SOCKET }

    /// A variable that has no value, and where it stands ("URL", "header Accept", "body").
    record Unresolved(String name, String where) {}

    record UnresolvedVariables(List<Unresolved> variables) implements Failure {
        public UnresolvedVariables {
            variables = List.copyOf(variables);
        }

        @Override
        public String sentence() {
            return "Nothing was sent: no value for " + variables.stream()
                    .map(v -> "{{" + v.name() + "}} (" + v.where() + ")").distinct().collect(Collectors.joining(", ")) + ".";
        }

        @Override
        public String advice() {
            return "Choose an environment that has it, or add it to the environment or the collection.";
        }

        @Override
        public Focus focus() {
            return Focus.ENVIRONMENT;
        }
    }

    record BadUrl(String url, String reason) implements Failure {
        @Override
        public String sentence() {
            return url.isBlank() ? "There is no URL to send to." : "\"" + url + "\" is not a URL that can be sent to: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Write it as http://host/path or https://host/path.";
        }
    }

    record BadHeader(String name, String reason) implements Failure {
        @Override
        public String sentence() {
            return "The header \"" + name + "\" cannot be sent: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Correct it in the Headers tab, or switch the row off.";
        }

        @Override
        public Focus focus() {
            return Focus.HEADERS;
        }
    }

    /// The URL is one of a WebSocket, in an ordinary request.
    record SocketUrl(String url) implements Failure {
        @Override
        public String sentence() {
            return "\"" + url + "\" is the URL of a WebSocket, which an HTTP request cannot open.";
        }

        @Override
        public String advice() {
            return "Open it as a WebSocket request: its headers and parameters come along.";
        }

        @Override
        public Focus focus() {
            return Focus.SOCKET;
        }
    }

    record FileMissing(Path file, String where) implements Failure {
        @Override
        public String sentence() {
            return "Nothing was sent: the file " + file + " (" + where + ") cannot be read.";
        }

        @Override
        public String advice() {
            return "Choose the file again in the Body tab.";
        }

        @Override
        public Focus focus() {
            return Focus.BODY;
        }
    }

    record AuthRefused(String type, String reason) implements Failure {
        @Override
        public String sentence() {
            return "Nothing was sent: the authorization \"" + type + "\" could not be applied: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Open the Authorization tab and correct it, or choose another type.";
        }

        @Override
        public Focus focus() {
            return Focus.AUTHORIZATION;
        }
    }

    record UnknownHost(String host) implements Failure {
        @Override
        public String sentence() {
            return "The host " + host + " could not be found.";
        }

        @Override
        public String advice() {
            return "Check the spelling, the network and the VPN.";
        }
    }

    record Refused(String authority) implements Failure {
        @Override
        public String sentence() {
            return "Nothing is listening at " + authority + ": the connection was refused.";
        }

        @Override
        public String advice() {
            return "Check that the server runs and that the port is right.";
        }
    }

    /// `phase` is a word of `Timings`: connect, TLS, wait, receive, or whole.
    record TimedOut(String phase, Duration after) implements Failure {
        @Override
        public String sentence() {
            return "No answer in time: gave up after " + after.toMillis() + " ms (" + phase + ").";
        }

        @Override
        public String advice() {
            return "Raise the timeout in the Settings tab, or look at what keeps the server busy.";
        }

        @Override
        public Focus focus() {
            return Focus.SETTINGS;
        }
    }

    record TlsFailed(String host, String reason) implements Failure {
        @Override
        public String sentence() {
            return "No secure connection to " + host + ": " + reason + ".";
        }

        @Override
        public String advice() {
            return "Check the server's certificate, or switch verification off for this request in the Settings tab.";
        }

        @Override
        public Focus focus() {
            return Focus.SETTINGS;
        }
    }

    record TooManyRedirects(int limit, String last) implements Failure {
        @Override
        public String sentence() {
            return "Stopped after " + limit + " redirects, the last one to " + last + ".";
        }

        @Override
        public String advice() {
            return "Look at the hops for a loop, or raise the limit in the Settings tab.";
        }

        @Override
        public Focus focus() {
            return Focus.SETTINGS;
        }
    }

    record ConnectionLost(String authority, String reason) implements Failure {
        @Override
        public String sentence() {
            return "The connection to " + authority + " was lost: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Send again; if it happens each time, look into the server's log.";
        }
    }

    /// A WebSocket did not come about, or was broken off.
    record SocketFailed(String sentence, String advice) implements Failure {
        @Override
        public Focus focus() {
            return Focus.HEADERS;
        }
    }

    /// A failure of the past, as it was told then.
    record Recalled(String sentence, String advice, Focus focus) implements Failure {}

    /// The answer broke a rule of HTTP, or the disk did not take it.
    record Broken(String what) implements Failure {
        @Override
        public String sentence() {
            return what;
        }

        @Override
        public String advice() {
            return "The details tell which part of the exchange it was.";
        }
    }
}
