package dev.posthorn.workbench;

import dev.posthorn.demo.identity.Browser;
import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.UserAgent;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A person at a real login page: an HTTP client fills in its forms until it is sent back.
final class FormFiller implements UserAgent {

    static final String CALLBACK = "http://127.0.0.1:7777/callback";

    private final Browser browser = new Browser();
    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private Thread device;
    private String back = CALLBACK;
    private volatile Browser.Page last;
    private Runnable stranded = () -> { };

    FormFiller(String user, String password) {
        for (var name : List.of("user", "username")) {
            typed.put(name, List.of(user));
        }
        typed.put("password", List.of(password));
        typed.put("decision", List.of("allow"));
        typed.put("accept", List.of("Yes"));
    }

    /// Fills in this too.
    FormFiller with(String name, String... values) {
        typed.put(name, List.of(values));
        return this;
    }

    /// Called where a device's pages end with a form that it has nothing for, or an error.
    void stranded(Runnable then) {
        stranded = then;
    }

    /// The page where it ended.
    Browser.Page last() {
        return last;
    }

    @Override
    public URI ready(String wanted) {
        back = wanted.isEmpty() ? CALLBACK : wanted;
        return URI.create(back);
    }

    @Override
    public Came ask(URI page, String state, LoginWatcher watcher, Cancellation cancellation) {
        try {
            walk(page, back);
        } catch (IOException e) {
            return new Came.Broken(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Came.Broken("interrupted");
        }
        if (!last.left()) {
            return new Came.Ended("the provider did not send anybody back");
        }
        var parameters = new LinkedHashMap<String, String>();
        var text = last.at().getRawFragment() == null ? last.at().getRawQuery() : last.at().getRawFragment();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return new Came.Redirected(parameters, last.at().toString());
    }

    private void walk(URI page, String until) throws IOException, InterruptedException {
        last = browser.open(page, until);
        for (var i = 0; i < 4 && !last.left() && last.html().contains("<form"); i++) {
            var fields = new LinkedHashMap<String, List<String>>();
            typed.forEach((name, values) -> {
                if (last.html().contains("name=\"" + name + "\"")) {
                    fields.put(name, values);
                }
            });
            if (fields.isEmpty()) {
                return;
            }
            last = browser.submit(last, fields, until);
        }
    }

    @Override
    public void show(URI page, String code, Instant expires) {
        device = Thread.startVirtualThread(() -> {
            try {
                walk(page, "");
                if (last.status() != 200 || last.html().contains("<form")) {
                    stranded.run();
                }
            } catch (IOException | InterruptedException e) {
                last = new Browser.Page(page, 0, e.toString(), false);
                stranded.run();
            }
        });
    }

    @Override
    public void close() {
        try {
            if (device != null) {
                device.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        browser.close();
    }
}
