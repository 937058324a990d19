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
    ///
    /// `NETWORK` is the workspace's page of proxies, certificates and limits; `NOWHERE` is for what no setting can mend.
    enum Focus { URL, PARAMS, AUTHORIZATION, HEADERS, BODY, SCRIPTS, SETTINGS, ENVIRONMENT, SOCKET, NETWORK, NOWHERE }

    /// Of a proxy, or of the choice of one: the kinds are in `BadProxy`.
    sealed interface OfProxy extends Failure permits BadProxy {}

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

    /// @param reason  completes "No secure connection to api.test:443: ", without a full stop
    /// @param advice  what to do, a sentence
    /// @param remedy  the place in the program that helps
    /// @param culprit which certificate of `chain` is at fault, 0 for the server's own; -1 for none of them
    /// @param chain   the certificates that the server showed, its own first; empty where it showed none
    record TlsFailed(String host, String reason, String advice, Remedy remedy, int culprit, List<Certificate> chain) implements Failure {

        /// Where it can be mended: network settings (authorities, hosts that are not verified, our certificates), settings of the request, its URL,
        /// or nowhere in the program.
        public enum Remedy { ADD_AUTHORITY, ALLOW_HOST, CLIENT_CERTIFICATE, REQUEST_SETTINGS, URL, NONE }

        public TlsFailed {
            chain = List.copyOf(chain);
        }

        public TlsFailed(String host, String reason) {
            this(host, reason, "Check the server's certificate, or switch verification off for this request in the Settings tab.", Remedy.REQUEST_SETTINGS, -1, List.of());
        }

        @Override
        public String sentence() {
            return "No secure connection to " + host + ": " + reason + ".";
        }

        @Override
        public Focus focus() {
            return switch (remedy) {
                case ADD_AUTHORITY, ALLOW_HOST, CLIENT_CERTIFICATE -> Focus.NETWORK;
                case REQUEST_SETTINGS -> Focus.SETTINGS;
                case URL -> Focus.URL;
                case NONE -> Focus.NOWHERE;
            };
        }
    }

    /// The settings ask for HTTP/2 alone, and the server does not speak it; `reason` completes the sentence after a colon.
    record NoHttp2(String authority, String reason) implements Failure {
        @Override
        public String sentence() {
            return "Nothing was answered: the settings ask for HTTP/2 alone, and " + authority + " does not speak it: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Choose \"Automatic\" or HTTP/1.1 as the HTTP version in the Settings tab.";
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
