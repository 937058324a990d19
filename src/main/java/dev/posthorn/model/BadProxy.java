package dev.posthorn.model;

import java.util.List;

/// What can go wrong between us and a proxy, or while it is being chosen. `proxy` is always as `Network.Proxy` writes it, without credentials.
public sealed interface BadProxy extends Failure.OfProxy {

    @Override
    default Failure.Focus focus() {
        return Failure.Focus.NETWORK;
    }

    /// `reason` completes "cannot be reached: ", such as "nothing is listening there". Another proxy, or none, may still do.
    record Unreachable(String proxy, String reason) implements BadProxy {
        @Override
        public String sentence() {
            return "The proxy " + proxy + " cannot be reached: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Check the proxy's address in the network settings, or go without it if this host can be reached straight.";
        }
    }

    /// `offered` are the schemes that the proxy named.
    record WantsLogin(String proxy, List<String> offered) implements BadProxy {
        public WantsLogin {
            offered = List.copyOf(offered);
        }

        @Override
        public String sentence() {
            return "The proxy " + proxy + " wants to know who you are" + (offered.isEmpty() ? "" : " (" + String.join(", ", offered) + ")") + ".";
        }

        @Override
        public String advice() {
            return "Give it a user and a password in the network settings.";
        }
    }

    /// The proxy offers only ways to log in that are not known here.
    record UnknownLogin(String proxy, List<String> offered) implements BadProxy {
        public UnknownLogin {
            offered = List.copyOf(offered);
        }

        @Override
        public String sentence() {
            return "The proxy " + proxy + (offered.isEmpty() ? " wants a login, but does not say of which kind."
                    : " takes only logins by " + String.join(", ", offered) + ", which cannot be done here.");
        }

        @Override
        public String advice() {
            return "Ask for an account of the proxy that works with NTLM, Digest or Basic.";
        }
    }

    record LoginRefused(String proxy, String user, String scheme) implements BadProxy {
        @Override
        public String sentence() {
            return "The proxy " + proxy + " refused the user \"" + user + "\" (" + scheme + ").";
        }

        @Override
        public String advice() {
            return scheme.equals("NTLM") ? "Correct user and password in the network settings; the user is written DOMAIN\\user."
                    : "Correct user and password in the network settings.";
        }
    }

    /// The proxy was reached but did not connect us. `reason` is its own: "403 Forbidden: this host is not allowed", "host unreachable".
    record Refused(String proxy, String target, String reason) implements BadProxy {
        @Override
        public String sentence() {
            return "The proxy " + proxy + " did not connect to " + target + ": " + reason + ".";
        }

        @Override
        public String advice() {
            return "Ask whoever runs the proxy, or add the host to the bypass list if it can be reached straight.";
        }
    }

    /// What the proxy said is not the language that was expected of it.
    record Strange(String proxy, String reason) implements BadProxy {
        @Override
        public String sentence() {
            return "What listens at " + proxy + " does not answer as such a proxy: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Check the kind of the proxy (HTTP, HTTPS, SOCKS5) and its port in the network settings.";
        }
    }

    /// `source` is the address of the script; `reason` completes the sentence, with a line where one is known.
    record Script(String source, String reason) implements BadProxy {
        @Override
        public String sentence() {
            return "The proxy script " + source + " " + reason + ".";
        }

        @Override
        public String advice() {
            return "Correct the script or its address in the network settings, or choose a proxy by hand.";
        }
    }

    /// A line of the settings that cannot be used; `reason` is a whole clause.
    record Settings(String origin, String reason) implements BadProxy {
        @Override
        public String sentence() {
            return "The proxy settings (" + origin + ") cannot be used: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Correct them there, or choose another proxy in the network settings.";
        }
    }
}
