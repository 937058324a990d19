package dev.posthorn.workbench;

import dev.posthorn.http.CipherNames;
import dev.posthorn.http.Options;
import dev.posthorn.http.TlsChoices;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Switch;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the engine's options from the settings of all levels together (`Context.settings`).
///
/// 1. Names of ciphers are OpenSSL's in collections; one that has no counterpart goes on as it stands, and is not offered.
/// 2. `tlsPreferServerCiphers` and `insecureHTTPParser` are about servers and about Node's parser: they do nothing here.
final class Switches {

    private Switches() {}

    static Options of(Settings settings) {
        var preset = Options.defaults();
        return preset
                .redirects(flag(settings, Switch.FOLLOW_REDIRECTS, preset.followRedirects()), settings.number(Switch.MAX_REDIRECTS.key()).orElse(preset.maxRedirects()))
                .encoding(!flag(settings, Switch.NO_URL_ENCODING, !preset.encodeUrl()))
                .redirected(flag(settings, Switch.ORIGINAL_METHOD, preset.followOriginalMethod()), flag(settings, Switch.KEEP_AUTHORIZATION, preset.keepAuthorization()),
                        !flag(settings, Switch.NO_REFERER, !preset.sendReferer()))
                .verifying(flag(settings, Switch.STRICT_SSL, preset.verifyTls()))
                .withCookies(!flag(settings, Switch.NO_COOKIES, !preset.cookies()))
                .speaking(version(settings))
                .timeouts(millis(settings, Switch.CONNECT_TIMEOUT, preset.connectTimeout()), millis(settings, Switch.TIMEOUT, preset.timeout()))
                .tls(settings.texts(Switch.TLS_OFF.key()).stream().map(TlsChoices::version).flatMap(Optional::stream).collect(Collectors.toSet()),
                        settings.texts(Switch.CIPHERS.key()).stream().map(name -> CipherNames.registered(name).orElse(name)).toList())
                .without(switchedOff(settings));
    }

    private static boolean flag(Settings settings, Switch which, boolean preset) {
        return settings.flag(which.key()).orElse(preset);
    }

    private static Duration millis(Settings settings, Switch which, Duration preset) {
        return settings.number(which.key()).map(Duration::ofMillis).orElse(preset);
    }

    private static Options.Version version(Settings settings) {
        return switch (String.valueOf(settings.values().get(Switch.VERSION.key()))) {
            case "http1" -> Options.Version.HTTP_1;
            case "http2" -> flag(settings, Switch.PRIOR_KNOWLEDGE, false) ? Options.Version.H2C : Options.Version.HTTP_2;
            default -> Options.Version.AUTO;
        };
    }

    static Set<String> switchedOff(Settings settings) {
        return settings.values().get(Switch.HEADERS_OFF.key()) instanceof Map<?, ?> names
                ? names.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(e -> String.valueOf(e.getKey()).toLowerCase(Locale.ROOT)).collect(Collectors.toSet())
                : Set.of();
    }
}
