package dev.posthorn.codegen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the code shall send: the request as it travels, without the headers that every client makes for itself.
///
/// @param url     encoded, as it stands on the wire, without user and password
/// @param headers in order, also several of one name; Content-Type among them, but not that of a multipart form
/// @param login   how the client proves itself where that is no header; null for none
/// @param notes   what the reader of the code must know, as sentences
public record Call(String method, Text url, List<Header> headers, Content content, Login login, Way way, List<String> notes) {

    public record Header(String name, Text value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /// A name and a password that the client itself puts into a scheme.
    ///
    /// @param scheme basic, digest, ntlm or negotiate; the last with no name where the ticket of this machine's user is taken
    public record Login(String scheme, Text user, Text password) {
        boolean basic() {
            return scheme.equals("basic");
        }

        Text pair() {
            return user.and(":").and(password);
        }
    }

    /// How it is sent.
    ///
    /// @param redirects      whether they are followed
    /// @param mostRedirects  -1 where nobody said how many
    /// @param verified       whether certificates are checked
    /// @param connectMillis  the limit for connecting; 0 where nobody set one
    /// @param millis         the limit for all; 0 for none
    /// @param version        of HTTP: "", "1.1", "2"
    public record Way(boolean redirects, int mostRedirects, boolean verified, long connectMillis, long millis, String version) {

        public static final Way USUAL = new Way(true, -1, true, 0, 0, "");
    }

    public Call {
        headers = List.copyOf(headers);
        notes = List.copyOf(notes);
    }

    /// The first header of that name; null for none.
    Text header(String name) {
        return headers.stream().filter(h -> h.is(name)).map(Header::value).findFirst().orElse(null);
    }

    /// The type of the body, in lower case and without parameters; empty for none.
    String type() {
        var value = header("Content-Type");
        return value == null ? "" : value.literals().split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether the Content-Type is just that of a form.
    boolean usualForm() {
        var value = header("Content-Type");
        return value != null && value.fixed() && value.literals().equals("application/x-www-form-urlencoded");
    }

    /// The names of all variables, in the order in which they appear.
    public Set<String> slots() {
        var login = this.login == null ? Stream.<Text>of() : Stream.of(this.login.user(), this.login.password());
        return Stream.of(Stream.of(url), headers.stream().map(Header::value), login, content.texts()).flatMap(s -> s).flatMap(Text::slots).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Names of headers that stand there more than once, each once.
    List<String> repeated() {
        var seen = new LinkedHashSet<String>();
        return headers.stream().map(h -> h.name().toLowerCase(java.util.Locale.ROOT)).filter(n -> !seen.add(n)).distinct().toList();
    }
}
