package dev.posthorn.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What is unusual in a call, so that a target can say whether it can send it.
final class Traits {

    private static final Pattern DOTS = Pattern.compile("/(\\.|%2[eE]){1,2}(/|$)");
    private static final Pattern BAD_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Traits() {}

    /// A body on a method of `methods`.
    static Predicate<Call> bodyOn(String... methods) {
        var names = Set.of(methods);
        return call -> names.contains(call.method().toUpperCase(Locale.ROOT)) && !call.content().empty();
    }

    static Predicate<Call> method(String... methods) {
        var names = Set.of(methods);
        return call -> names.contains(call.method().toUpperCase(Locale.ROOT));
    }

    /// Of those that the client knows, written in small letters: it would make them capital.
    static Predicate<Call> smallMethod(String... methods) {
        var names = Set.of(methods);
        return call -> names.contains(call.method().toUpperCase(Locale.ROOT)) && !names.contains(call.method());
    }

    static boolean smallLetters(Call call) {
        return !call.method().equals(call.method().toUpperCase(Locale.ROOT));
    }

    static boolean strangeMethod(Call call) {
        return !TOKEN.matcher(call.method()).matches();
    }

    static boolean repeated(Call call) {
        return !call.repeated().isEmpty();
    }

    /// Headers that the client makes itself, or refuses.
    static Predicate<Call> headers(String... names) {
        var own = List.of(names);
        return call -> call.headers().stream().anyMatch(h -> own.stream().anyMatch(h::is));
    }

    static boolean wideHeader(Call call) {
        return call.headers().stream().anyMatch(h -> !h.value().ascii());
    }

    /// A control character in a header's value other than a tab.
    static boolean controlInHeader(Call call) {
        return call.headers().stream().anyMatch(h -> h.value().literals().chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f));
    }

    static boolean dots(Call call) {
        return DOTS.matcher(path(call)).find();
    }

    /// A query that is there, with nothing in it.
    static boolean bareQuestion(Call call) {
        return !call.url().isEmpty() && call.url().pieces().getLast() instanceof Text.Piece.Literal(var end) && end.endsWith("?") && query(call).isEmpty();
    }

    static boolean badPercent(Call call) {
        return BAD_PERCENT.matcher(call.url().literals()).find();
    }

    /// One of these characters after the host.
    static Predicate<Call> inAddress(String characters) {
        return call -> target(call).chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    static Predicate<Call> inPath(String characters) {
        return call -> path(call).chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    static Predicate<Call> inQuery(String characters) {
        return call -> query(call).chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    /// Characters that need no percent sign and have one.
    static boolean needlessPercent(Call call) {
        return PERCENT.matcher(target(call)).results().anyMatch(r -> {
            var c = (char) Integer.parseInt(r.group(1), 16);
            return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
        });
    }

    static boolean smallHex(Call call) {
        return PERCENT.matcher(target(call)).results().anyMatch(r -> !r.group(1).equals(r.group(1).toUpperCase(Locale.ROOT)));
    }

    private static String target(Call call) {
        var url = call.url().literals();
        var host = url.indexOf("://");
        var from = host < 0 ? 0 : host + 3;
        for (var i = from; i < url.length(); i++) {
            if ("/?#".indexOf(url.charAt(i)) >= 0) {
                return url.substring(i);
            }
        }
        return host < 0 ? url : "";
    }

    static String path(Call call) {
        return target(call).split("\\?", 2)[0];
    }

    private static String query(Call call) {
        var target = target(call);
        return target.indexOf('?') < 0 ? "" : target.substring(target.indexOf('?') + 1);
    }

    /// A multipart form with such a part.
    static Predicate<Call> part(Predicate<Content.Part> such) {
        return call -> call.content() instanceof Content.Multipart(var parts) && parts.stream().anyMatch(such);
    }

    static Predicate<Call> multipartType() {
        return call -> call.content() instanceof Content.Multipart && !call.type().isEmpty();
    }

    static Predicate<Call> login(String... schemes) {
        var names = Set.of(schemes);
        return call -> call.login() != null && names.contains(call.login().scheme());
    }

    static boolean mostRedirects(Call call) {
        return call.way().redirects() && call.way().mostRedirects() >= 0;
    }

    /// Whether a client that encodes the fields of a form by this rule sends the same bytes.
    static boolean sameForm(Content.Form form, Function<String, String> rule) {
        var again = new StringBuilder();
        for (var field : form.fields()) {
            again.append(again.isEmpty() ? "" : "&").append(field.name().written(rule::apply, n -> "{" + n + "}")).append('=').append(field.value().written(rule::apply, n -> "{" + n + "}"));
        }
        return again.toString().equals(form.encoded().written(t -> t, n -> "{" + n + "}"));
    }
}
