package dev.posthorn.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of cipher suites: collections have OpenSSL's ("ECDHE-RSA-AES128-GCM-SHA256"), Java has those of the registry
/// ("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", RFC 8447). For TLS 1.3 both are the same.
public final class CipherNames {

    private static final Pattern OPENSSL = Pattern.compile("(?:(ECDHE-RSA|ECDHE-ECDSA|ECDH-RSA|ECDH-ECDSA|DHE-RSA|DHE-DSS|EDH-RSA|EDH-DSS|ADH|AECDH)-)?"
            + "(AES(?:128|256)|CAMELLIA(?:128|256)|ARIA(?:128|256)|CHACHA20-POLY1305|DES-CBC3|SEED|RC4|NULL)(?:-(GCM|CCM8|CCM))?(?:-(SHA384|SHA256|SHA|MD5))?");
    private static final Pattern REGISTRY = Pattern.compile("(?:TLS|SSL)_(RSA|ECDHE_RSA|ECDHE_ECDSA|ECDH_RSA|ECDH_ECDSA|DHE_RSA|DHE_DSS|DH_anon|ECDH_anon)_WITH_"
            + "(AES_(?:128|256)|CAMELLIA_(?:128|256)|ARIA_(?:128|256)|CHACHA20_POLY1305|3DES_EDE|SEED|RC4_128|NULL)(?:_(CBC|GCM|CCM_8|CCM))?(?:_(SHA384|SHA256|SHA|MD5))?");
    private static final Map<String, String> ANONYMOUS = Map.of("ADH", "DH_anon", "AECDH", "ECDH_anon", "EDH-RSA", "DHE_RSA", "EDH-DSS", "DHE_DSS");

    private CipherNames() {}

    /// The registry's name; empty for what is not the name of one suite: groups and rules ("HIGH", "!aNULL", "@SECLEVEL=1").
    public static Optional<String> registered(String name) {
        if (name.matches("(TLS|SSL)_[A-Za-z0-9_]+")) {
            return Optional.of(name);
        }
        var parts = OPENSSL.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var exchange = parts.group(1) == null ? "RSA" : ANONYMOUS.getOrDefault(parts.group(1), parts.group(1).replace('-', '_'));
        var cipher = switch (parts.group(2)) {
            case "CHACHA20-POLY1305" -> "CHACHA20_POLY1305";
            case "DES-CBC3" -> "3DES_EDE";
            case "RC4" -> "RC4_128";
            case String other -> other.replaceFirst("(128|256)", "_$1");
        };
        var mode = switch (parts.group(3)) {
            case "CCM8" -> "_CCM_8";
            case "CCM", "GCM" -> "_" + parts.group(3);
            case null, default -> cipher.matches("CHACHA20_POLY1305|RC4_128|NULL") ? "" : "_CBC";
        };
        return Optional.of("TLS_" + exchange + "_WITH_" + cipher + mode + hash(parts.group(3), parts.group(4), cipher));
    }

    private static String hash(String mode, String hash, String cipher) {
        if (hash == null) {
            return mode != null && mode.startsWith("CCM") ? "" : cipher.startsWith("CHACHA20") ? "_SHA256" : "_SHA";
        }
        return "_" + hash;
    }

    /// OpenSSL's name, as a collection shall have it; the same name where it has no other.
    public static String openssl(String registered) {
        var parts = REGISTRY.matcher(registered);
        if (!parts.matches()) {
            return registered;
        }
        var exchange = switch (parts.group(1)) {
            case "RSA" -> "";
            case "DH_anon" -> "ADH-";
            case "ECDH_anon" -> "AECDH-";
            case String other -> other.replace('_', '-') + "-";
        };
        var cipher = switch (parts.group(2)) {
            case "CHACHA20_POLY1305" -> "CHACHA20-POLY1305";
            case "3DES_EDE" -> "DES-CBC3";
            case "RC4_128" -> "RC4";
            case String other -> other.replace("_", "");
        };
        var mode = switch (parts.group(3)) {
            case "CCM_8" -> "-CCM8";
            case "CCM", "GCM" -> "-" + parts.group(3);
            case null, default -> "";
        };
        return exchange + cipher + mode + (parts.group(4) == null || cipher.startsWith("CHACHA20") ? "" : "-" + parts.group(4));
    }
}
