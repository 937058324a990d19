package dev.posthorn.imports.curl;

import dev.posthorn.model.Settings;
import java.math.BigDecimal;
import java.util.Map;

/// The options that become settings of the request: redirects, certificates, time, protocol.
///
/// curl follows no redirect without `-L`; the request says so in its settings, so that it does what the command did.
final class Behaviour {

    private final Ledger ledger;
    private Settings settings = Settings.NONE;
    private boolean follow;
    private boolean keepMethod;

    Behaviour(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Whether the option is one of these.
    boolean give(Options.Given given) {
        switch (given.name()) {
            case "location" -> follow = given.on();
            case "location-trusted" -> {
                follow = given.on();
                settings = settings.with("followAuthorizationHeader", given.on());
            }
            case "post301", "post302", "post303" -> keepMethod = given.on();
            case "insecure" -> settings = settings.with("strictSSL", given.on() ? false : null);
            case "compressed", "raw", "ignore-content-length", "disallow-username-in-url", "form-escape" -> { }
            case "http1.1", "http1.0" -> settings = settings.with("protocolVersion", "http1");
            case "http2" -> settings = settings.with("protocolVersion", "http2").with("http2PriorKnowledge", null);
            case "http2-prior-knowledge" -> settings = settings.with("protocolVersion", "http2").with("http2PriorKnowledge", true);
            case "max-redirs" -> {
                return redirects(given);
            }
            case "max-time" -> {
                return time(given, "requestTimeout", "the timeout of the request");
            }
            case "connect-timeout" -> {
                return time(given, "connectTimeout", "the timeout of connecting");
            }
            default -> {
                return false;
            }
        }
        ledger.kept();
        return true;
    }

    private boolean redirects(Options.Given given) {
        if (!given.value().strip().matches("-?\\d{1,9}")) {
            return false;
        }
        var most = Integer.parseInt(given.value().strip());
        settings = settings.with("maxRedirects", most < 0 ? 1_000 : most);
        if (most < 0) {
            ledger.translated(given.offset(), "--max-redirs " + most, "1000 redirects", "there is always a limit here");
        } else {
            ledger.kept();
        }
        return true;
    }

    private boolean time(Options.Given given, String key, String meaning) {
        if (!given.value().strip().matches("\\d{1,6}(\\.\\d{1,9})?")) {
            return false;
        }
        settings = settings.with(key, new BigDecimal(given.value().strip()).movePointRight(3).intValue());
        ledger.translated(given.offset(), "--" + given.name() + " " + given.value(), settings.values().get(key) + " ms", meaning);
        return true;
    }

    /// @param methodGiven whether `-X` gave a method that a redirect would change: curl repeats it
    /// @param off         the automatic headers that are not wanted
    /// @param raw         whether the URL must go out as typed
    Settings settings(int offset, boolean methodGiven, Map<String, Object> off, boolean raw) {
        var all = settings;
        if (!follow) {
            all = all.with("followRedirects", false);
        } else if (keepMethod) {
            all = all.with("followOriginalHttpMethod", true);
        } else if (methodGiven) {
            ledger.aside(offset, "--request with --location", "curl would repeat the method after a 301, 302 or 303: the setting \"Keep the method on redirects\" does that");
        }
        if (!off.isEmpty()) {
            all = all.with("disabledSystemHeaders", off);
        }
        return raw ? all.with("disableUrlEncoding", true) : all;
    }
}
