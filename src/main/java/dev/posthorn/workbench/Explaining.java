package dev.posthorn.workbench;

import dev.posthorn.auth.Explanation;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Wire;
import dev.posthorn.vars.Scopes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Says what the authorization will do to a request as it stands, before it is sent: with the request's own method, URL, headers and body.
/// Variables without a value stay as they are typed, and are named.
public record Explaining(Context context, Scopes scopes, Surroundings around) {

    /// Larger files are not hashed at every edit.
    private static final long MOST = 32L << 20;

    /// @param from        what is in force, and which level sets it
    /// @param missing     variables without a value, with their places
    /// @param reservation why it may come out otherwise when it is sent; empty where nothing is in the way
    public record Explained(Context.Effective from, Explanation explanation, List<Failure.Unresolved> missing, List<String> reservation) {
        public Explained {
            missing = List.copyOf(missing);
            reservation = List.copyOf(reservation);
        }
    }

    /// May read files: not for the FX thread.
    public Explained of(Request draft) {
        var preview = new Resolution(context, scopes).preview(draft);
        var doubts = new ArrayList<String>();
        var wire = preview.wire();
        if (!preview.fault().isEmpty()) {
            wire = wire.withUrl("https://host/");
            if (!draft.url().isBlank()) {
                doubts.add("Shown for https://host/, since the URL cannot be sent to: " + preview.fault() + ".");
            }
        }
        if (large(wire.payload())) {
            wire = new Wire(wire.method(), wire.url(), wire.headers(), Payload.empty());
            doubts.add("The body is larger than 32 MB and was left out here: what is worked out from it will differ.");
        }
        return new Explained(context.auth(draft.auth()), Explanation.of(wire, preview.auth(), around), preview.missing().stream().distinct().toList(), doubts);
    }

    private static boolean large(Payload payload) {
        return switch (payload) {
            case Payload.Empty() -> false;
            case Payload.Bytes(var bytes, _) -> bytes.length > MOST;
            case Payload.FromFile(var file, _) -> size(file) > MOST;
            case Payload.Multipart(_, var pieces) -> pieces.stream().filter(p -> p.file() != null).mapToLong(p -> size(p.file())).sum() > MOST;
        };
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
