package dev.posthorn.workbench;

import dev.posthorn.http.Options;
import dev.posthorn.model.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the engine's options from settings, by the names of Postman's `protocolProfileBehavior`; `requestTimeout` is ours, in milliseconds.
final class Switches {

    private Switches() {}

    static Options of(Settings settings) {
        var defaults = Options.defaults();
        return defaults
                .redirects(settings.flag("followRedirects").orElse(defaults.followRedirects()), Math.max(0, settings.number("maxRedirects").orElse(defaults.maxRedirects())))
                .redirected(settings.flag("followOriginalHttpMethod").orElse(defaults.followOriginalMethod()),
                        settings.flag("followAuthorizationHeader").orElse(defaults.keepAuthorization()), defaults.sendReferer())
                .verifying(settings.flag("strictSSL").orElse(defaults.verifyTls()))
                .withCookies(!settings.flag("disableCookies").orElse(!defaults.cookies()))
                .timeouts(defaults.connectTimeout(), Duration.ofMillis(Math.max(0, settings.number("requestTimeout").orElse(0))))
                .without(switchedOff(settings));
    }

    static Set<String> switchedOff(Settings settings) {
        return settings.values().get("disabledSystemHeaders") instanceof Map<?, ?> names
                ? names.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(e -> String.valueOf(e.getKey()).toLowerCase(Locale.ROOT)).collect(Collectors.toSet())
                : Set.of();
    }
}
