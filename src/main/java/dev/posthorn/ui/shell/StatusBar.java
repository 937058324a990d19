package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Beat;
import dev.posthorn.ui.kit.Tips;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom: the demo server, the cookies, the console, what happened last and how long ago, the version.
final class StatusBar extends HBox {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Region dot = new Region();
    private final Label demo = new Label();
    private final HBox server = new HBox(dot, demo);
    private final Button cookies = new Button();
    private final Button console = new Button();
    private final Label message = new Label();
    private final Beat ticking = Beat.of(this, SECOND, this::tick);
    private String said = "";
    private Instant at = Instant.EPOCH;
    private Duration counting = SECOND;

    /// `manage` is what a click at the count of cookies does, `look` one at the console's item.
    StatusBar(Clock clock, String version, Runnable manage, Runnable look) {
        this.clock = clock;
        setId("status-bar");
        getStyleClass().add("status-bar");
        dot.getStyleClass().addAll("dot", "active");
        server.getStyleClass().add("status-item");
        demo.setId("status-demo");
        cookies.setId("status-cookies");
        cookies.getStyleClass().add("status-button");
        cookies.setOnAction(_ -> manage.run());
        Tips.on(cookies, Action.COOKIES.tip());
        console.setId("status-console");
        console.getStyleClass().add("status-button");
        console.setOnAction(_ -> look.run());
        Tips.on(console, Action.CONSOLE.tip());
        message.setId("status-message");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(server, cookies, console, gap, message, new Label(version));
        demo("");
        cookies(0);
        failed(0);
    }

    /// The address of the demo server; empty while it does not run.
    void demo(String address) {
        demo.setText("Demo server " + address.replaceFirst("^http://", ""));
        server.setVisible(!address.isEmpty());
        server.setManaged(!address.isEmpty());
    }

    void cookies(int count) {
        cookies.setText(count == 0 ? "No cookies" : "Cookies " + count);
    }

    /// How many entries of the console failed.
    void failed(int count) {
        console.setText(count == 0 ? "Console" : "Console · " + count + " failed");
    }

    /// Says what was done; its age is counted beside it for ten minutes, of which the first is counted by seconds.
    void say(String what) {
        said = what;
        at = clock.instant();
        counting = SECOND;
        ticking.start(counting);
        tick();
    }

    private void tick() {
        var age = Duration.between(at, clock.instant());
        message.setText(said + " " + ago(age));
        if (age.toMinutes() >= 10) {
            message.setText("");
            ticking.stop();
        } else if (age.toMinutes() >= 1 && counting.equals(SECOND)) {
            counting = MINUTE;
            ticking.start(counting);
        }
    }

    static String ago(Duration age) {
        if (age.toSeconds() < 1) {
            return "just now";
        }
        return age.toSeconds() < 60 ? age.toSeconds() + " s ago" : age.toMinutes() + " min ago";
    }
}
