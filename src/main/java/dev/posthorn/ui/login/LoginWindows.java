package dev.posthorn.ui.login;

import dev.posthorn.http.Passage;
import dev.posthorn.oauth.UserAgent;
import dev.posthorn.oauth.agent.Browser;
import dev.posthorn.oauth.agent.OwnCertificate;
import dev.posthorn.oauth.agent.Person;
import dev.posthorn.oauth.agent.UserAgents;
import dev.posthorn.oauth.agent.Waiting;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Opens login pages in windows of the program. Nothing of WebKit is loaded before the first.
///
/// @param passage asked for at the first login
/// @param owner   over which window it opens; may give null
/// @param look    puts the theme on a scene
public record LoginWindows(Supplier<Passage> passage, Browser browser, OwnCertificate certificate, Clock clock, Supplier<Window> owner, Consumer<Scene> look)
        implements UserAgents.Windows {

    @Override
    public UserAgent open(Person person, Waiting waiting) {
        return new EmbeddedAgent(this, person, waiting);
    }
}
