package dev.posthorn.ui.web;

import java.util.List;
import java.util.Map;
import javafx.scene.web.WebEngine;

/// A page in a window that is no login page. It is known by a word in its `User-Agent`, since nothing else of a request tells whose it is.
public enum Guest {

    /// The preview of an answer: it reaches nothing, also where a link in it is clicked.
    PREVIEW("Posthorn-Preview"),
    /// The page that a script made: scripts, styles, fonts and pictures come to it from the web, without cookies.
    VISUAL("Posthorn-Visualizer");

    private final String mark;

    Guest(String mark) {
        this.mark = mark;
    }

    /// To be called before anything is loaded.
    public void marks(WebEngine engine) {
        engine.setUserAgent(engine.getUserAgent() + " " + mark);
    }

    /// Whether a request with these headers is of such a page.
    boolean asks(Map<String, List<String>> headers) {
        return headers.entrySet().stream().filter(header -> "user-agent".equalsIgnoreCase(header.getKey())).flatMap(header -> header.getValue().stream()).anyMatch(agent -> agent.endsWith(mark));
    }
}
