package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Scopes that the provider does not give.
final class ScopeFaults {

    private ScopeFaults() {}

    static List<String> asked(OAuthSettings settings) {
        return Arrays.stream(settings.text("scope").split("[\\s,]+")).filter(s -> !s.isEmpty()).toList();
    }

    /// `invalid_scope`: names the scopes that the server's words name, else all of them.
    static Finding unregistered(Evidence evidence) {
        var asked = asked(evidence.settings());
        var words = evidence.parameters().getOrDefault("error_description", "").toLowerCase(Locale.ROOT);
        var named = asked.stream().filter(s -> Arrays.asList(words.split("[^a-z0-9_.:/+-]+")).contains(s.toLowerCase(Locale.ROOT))).toList();
        var bad = named.isEmpty() || named.size() == asked.size() ? List.<String>of() : named;
        var rest = String.join(" ", asked.stream().filter(s -> !bad.contains(s)).toList());
        var which = bad.isEmpty() ? asked.isEmpty() ? "the scopes it takes as asked for" : asked.size() == 1 ? "the scope " + quoted(asked) : "one of the scopes " + quoted(asked)
                : bad.size() == 1 ? "the scope " + quoted(bad) : "the scopes " + quoted(bad);
        return new Finding("scope-not-registered", "The provider does not give this client " + which + Words.said(evidence) + ".",
                "Add it to the application at the provider, or ask without it; then log in. A scope is written exactly as there, capital letters count.",
                bad.isEmpty() ? List.of() : List.of(new Mend.Change("Ask without " + String.join(", ", bad), Map.of("scope", rest))));
    }

    static String quoted(List<String> scopes) {
        return String.join(", ", scopes.stream().map(s -> "\"" + s + "\"").toList());
    }
}
