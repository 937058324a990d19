package dev.posthorn.http;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.util.Optional;
import java.util.regex.Pattern;

/// What HTTP cannot carry at all, found before anything is sent: a name or value that would break the lines of the head (RFC 9110 §5).
public final class Legality {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Legality() {}

    /// Why a request cannot be sent; empty where its method and headers can.
    public static Optional<Failure> fault(Wire wire) {
        if (!TOKEN.matcher(wire.method()).matches()) {
            return Optional.of(new Failure.Broken("Nothing was sent: \"" + wire.method() + "\" is not a method that HTTP can carry."));
        }
        for (var header : wire.headers()) {
            if (!TOKEN.matcher(header.name()).matches()) {
                return Optional.of(new Failure.BadHeader(header.name(), "a header's name has only letters, digits and !#$%&'*+-.^_`|~"));
            }
            var control = header.value().chars().filter(c -> c < ' ' && c != '\t' || c == 0x7f).findFirst();
            if (control.isPresent()) {
                return Optional.of(new Failure.BadHeader(header.name(), "its value holds " + named(control.getAsInt())));
            }
        }
        return Optional.empty();
    }

    private static String named(int control) {
        return control == '\n' || control == '\r' ? "a line break" : "the control character " + String.format("U+%04X", control);
    }
}
