package dev.posthorn.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    /// Of an answer that came only in part, broke a rule or could not be kept: the kinds are in `BadAnswer`.
    sealed interface OfAnswer extends Failure permits BadAnswer {}

    /// Of a login that is missing or failed: the kinds are in `BadLogin`.
    sealed interface OfLogin extends Failure permits BadLogin {}

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

    /// `at` is the first character of the typed URL that is to blame, counted from 0; -1 where it is not known.
    record BadUrl(String url, String reason, int at) implements Failure {
        public BadUrl(String url, String reason) {
            this(url, reason, -1);
        }

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

    /// `reason` completes "cannot be read: ", such as "it is a folder".
    record FileUnreadable(Path file, String where, String reason) implements Failure {
        @Override
        public String sentence() {
            return "Nothing was sent: the file " + file + " (" + where + ") cannot be read: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Choose another file in the Body tab, or make this one readable.";
        }

        @Override
        public Focus focus() {
            return Focus.BODY;
        }
    }

    /// A file of the body that was changed by somebody while it was being sent.
    ///
    /// @param announced its length in bytes when the send began, which the server was told
    /// @param found     bytes that there were then; more than `announced` where it grew
    record FileChanged(Path file, long announced, long found) implements Failure {
        @Override
        public String sentence() {
            return String.format(Locale.ROOT, "The request was broken off: the file %s %s while it was being sent (%,d bytes announced, %,d there).", file,
                    found > announced ? "grew" : "became shorter", announced, found);
        }

        @Override
        public String advice() {
            return "Send again when nothing writes to the file any more.";
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

    /// There is no way to the address: no route, no network, or nobody answers there. `reason` says which.
    record Unreachable(String authority, String reason) implements Failure {
        @Override
        public String sentence() {
            return authority + " cannot be reached from here: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Check the network and the VPN; a firewall may be in the way, or the address may be wrong.";
        }
    }

    /// `phase` is a word of `Timings`: queue, DNS, connect, TLS, send, wait, receive, or whole.
    record TimedOut(String phase, Duration after) implements Failure {
        @Override
        public String sentence() {
            var time = after.toMillis() >= 10_000 && after.toMillis() % 1000 == 0 ? after.toSeconds() + " s" : after.toMillis() + " ms";
            return phase.equals("receive") ? "The answer did not end in time: gave up after " + time + " while it was still coming."
                    : "No answer in time: gave up after " + time + " while " + during() + ".";
        }

        private String during() {
            return switch (phase) {
                case "queue" -> "the connection was prepared";
                case "DNS" -> "the address of the host was looked up";
                case "connect" -> "connecting";
                case "TLS" -> "the secure connection was being made";
                case "send" -> "the request was being sent";
                case "wait" -> "waiting for the server";
                case "whole" -> "following the redirects";
                default -> "in the phase \"" + phase + "\"";
            };
        }

        @Override
        public String advice() {
            return switch (phase) {
                case "DNS" -> "Check the network and the VPN: the name server does not answer.";
                case "connect" -> "Check host and port: a firewall may drop what is sent there. The limit is in the Settings tab.";
                case "send" -> "The server does not take the request in; it may not want so large a body. The limit is in the Settings tab.";
                default -> "Raise the timeout in the Settings tab, or look at what keeps the server busy.";
            };
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

        @Override
        public Focus focus() {
            return Focus.NOWHERE;
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

    /// Something that has no kind of its own; `what` is the whole sentence.
    record Broken(String what) implements Failure {
        @Override
        public String sentence() {
            return what;
        }

        @Override
        public String advice() {
            return "The details tell which part of the exchange it was.";
        }

        @Override
        public Focus focus() {
            return Focus.NOWHERE;
        }
    }
}
