package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// What tests of signatures begin with: a time, a request, and a look at what was signed.
final class Given {

    private Given() {}

    static Surroundings at(String instant) {
        return new Surroundings(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), new Random(1), (payload, out) -> {
            switch (payload) {
                case Payload.Bytes bytes -> out.write(bytes.bytes());
                case Payload.Empty _ -> { }
                case Payload.FromFile file -> throw new java.nio.file.NoSuchFileException(file.file().toString());
                case Payload.Multipart _ -> out.write("--b--\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }, TokenSource.NONE, Path.of(""), Map.of());
    }

    /// @param headers "Name: value"
    static Wire request(String method, String url, String... headers) {
        return new Wire(method, url, Arrays.stream(headers).map(h -> new Header(h.substring(0, h.indexOf(':')), h.substring(h.indexOf(':') + 1).strip())).toList(), Payload.empty());
    }

    static Wire with(Wire wire, String body, String type) {
        return new Wire(wire.method(), wire.url(), wire.headers(), new Payload.Bytes(body.getBytes(StandardCharsets.UTF_8), type));
    }

    static AuthType.Signed.Ready signed(String type, Map<String, Object> values, Surroundings around, Wire wire) {
        return assertInstanceOf(AuthType.Signed.Ready.class, AuthTypes.signing(new Auth(type, values), around).sign(wire), () -> refusal(type, values, around, wire));
    }

    static String refusal(String type, Map<String, Object> values, Surroundings around, Wire wire) {
        return AuthTypes.signing(new Auth(type, values), around).sign(wire) instanceof AuthType.Signed.GivenUp(var failure) ? failure.sentence() : "signed";
    }

    static String authorization(AuthType.Signed.Ready ready) {
        return Header.first(ready.wire().headers(), "Authorization").orElse("");
    }

    static String working(AuthType.Signed.Ready ready, String title) {
        return ready.workings().stream().filter(w -> w.title().startsWith(title)).map(Working::text).findFirst().orElse("");
    }

    static String notes(AuthType.Signed.Ready ready) {
        return ready.workings().stream().filter(w -> w.kind() == Working.Kind.NOTE).map(Working::text).collect(Collectors.joining(" "));
    }

    static String body(Wire wire) throws IOException {
        return wire.payload() instanceof Payload.Bytes bytes ? new String(bytes.bytes(), StandardCharsets.UTF_8) : "";
    }

    static List<String> names(Wire wire) {
        return wire.headers().stream().map(Header::name).toList();
    }
}
