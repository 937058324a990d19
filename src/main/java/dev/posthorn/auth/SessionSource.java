package dev.posthorn.auth;

import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;

/// Gives sessions of servers that people log in to by name and password: one for all requests of one user at one site. One that is bound to a send ends its waiting when the
/// send is cancelled.
public interface SessionSource {

    /// The session that is there, or one that is logged in for now. Many who ask at once share one login and what came of it. Blocks: while somebody logs in, and while the
    /// first request after a login is on its way.
    Got enter(Door door);

    /// Another one for `lost`, which the server does not know any more. Who asks when it has been replaced already gets the new one without a login. Blocks.
    Got instead(Admission lost, Door door);

    /// Where somebody logs in, and as whom.
    ///
    /// @param base the address of the site, without a slash at its end
    record Door(String base, String user, String password) {
        @Override
        public String toString() {
            return "Door[" + base + ", " + user + "]";
        }
    }

    sealed interface Got {
        record In(Admission admission) implements Got {}

        record None(Failure failure) implements Got {}
    }

    /// Has none and gets none.
    SessionSource NONE = new SessionSource() {
        @Override
        public Got enter(Door door) {
            return new Got.None(new BadLogin.Needed("The session"));
        }

        @Override
        public Got instead(Admission lost, Door door) {
            return enter(door);
        }
    };
}
