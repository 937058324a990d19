package dev.posthorn.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Types of authorization that belong together in the chooser.
public record AuthGroup(String title, List<AuthType> types) {

    private static final List<Titled> ORDER = List.of(
            new Titled("Common", List.of("noauth", "bearer", "basic", "apikey", "oauth2")),
            new Titled("Vendors", List.of("creatioSession", "creatioOAuth", "bizagi", "workflowServer")),
            new Titled("Signed tokens", List.of("jwt", "asap")),
            new Titled("Signed requests", List.of("awsv4", "oauth1", "hawk", "edgegrid", "wsse")),
            new Titled("Answers to a challenge", List.of("digest", "ntlm", "negotiate")));

    private record Titled(String title, List<String> ids) {}

    public AuthGroup {
        types = List.copyOf(types);
    }

    /// All of `AuthTypes.ALL`, each once; what has no group of its own comes last.
    public static List<AuthGroup> all() {
        var groups = new ArrayList<AuthGroup>();
        for (var titled : ORDER) {
            groups.add(new AuthGroup(titled.title(), titled.ids().stream().map(AuthTypes::of).flatMap(o -> o.stream()).toList()));
        }
        var grouped = ORDER.stream().flatMap(t -> t.ids().stream()).toList();
        groups.add(new AuthGroup("More", AuthTypes.ALL.stream().filter(t -> !grouped.contains(t.id())).toList()));
        return groups.stream().filter(g -> !g.types().isEmpty()).toList();
    }

    /// Where a search finds a type: in its name, its summary or its name in the file.
    public static boolean matches(AuthType type, String search) {
        var words = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
        var text = (type.label() + " " + type.summary() + " " + type.id()).toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(text::contains);
    }
}
