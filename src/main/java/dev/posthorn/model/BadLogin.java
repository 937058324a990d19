package dev.posthorn.model;

/// Why nothing could be sent with this authorization: the login itself is missing or failed.
public sealed interface BadLogin extends Failure.OfLogin {

    @Override
    default Focus focus() {
        return Focus.AUTHORIZATION;
    }

    /// There is no token yet, and getting one needs a person.
    record Needed(String type) implements BadLogin {
        @Override
        public String sentence() {
            return "Nothing was sent: " + type + " has no token yet, and a person has to log in for one.";
        }

        @Override
        public String advice() {
            return "Press \"Get new access token\" in the Authorization tab.";
        }
    }

    /// The authorization server, or the way to it, said no.
    record Refused(String type, Finding finding) implements BadLogin {
        @Override
        public String sentence() {
            return "Nothing was sent: " + type + " got no token: " + finding.sentence();
        }

        @Override
        public String advice() {
            return finding.advice();
        }
    }

    /// A server that has sessions did not let us in.
    record NoSession(String type, Finding finding) implements BadLogin {
        @Override
        public String sentence() {
            return "Nothing was sent: " + type + " is not logged in: " + finding.sentence();
        }

        @Override
        public String advice() {
            return finding.advice();
        }
    }

    /// The user stopped the login, or it took too long.
    record Stopped(String type, String reason) implements BadLogin {
        @Override
        public String sentence() {
            return "Nothing was sent: the login of " + type + " was ended: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Log in again when you are ready.";
        }
    }

    /// A login without any server of tokens did not succeed; `reason` completes the sentence after a colon.
    record Unable(String type, String reason, String advice) implements BadLogin {
        @Override
        public String sentence() {
            return type + " could not log in: " + reason + ".";
        }
    }

    /// The login belongs to a connection of HTTP/1.1.
    record NotOverHttp2() implements BadLogin {
        @Override
        public String sentence() {
            return "Nothing was sent: this authorization logs a connection of HTTP/1.1 in, and the settings ask for HTTP/2 alone.";
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
}
