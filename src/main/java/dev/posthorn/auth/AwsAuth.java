package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A signature with AWS keys (Signature Version 4): over method, URL, headers and body, good for one service in one region and a few minutes.
///
/// 1. What an earlier signature left in headers and query is taken out; the user's own `X-Amz-Expires` stays (as in Postman).
/// 2. In the headers: `X-Amz-Content-Sha256` where there is a body, and always for S3, which wants it. In the query: `X-Amz-Expires` of a day for S3, which
///    wants that; S3 does not look at the body then.
/// 3. A form-data body goes to S3 as `UNSIGNED-PAYLOAD`. No other service takes that; there the body is hashed as it goes out. Postman signs the hash of nothing,
///    which is refused.
/// 4. Headers that are added after signing are not covered, which AWS allows for all but Host and `X-Amz-…`.
public final class AwsAuth implements AuthType {

    private static final Set<String> OLD_HEADERS = Set.of("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");
    private static final Set<String> OLD_PARAMETERS = Set.of("X-Amz-Security-Token", "X-Amz-Date", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-SignedHeaders", "X-Amz-Signature");
    private static final Pattern AT_AWS = Pattern.compile("(?:.*\\.)?([a-z0-9-]+)\\.([a-z]{2}(?:-[a-z]+)+-\\d)\\.amazonaws\\.com(?:\\.cn)?");

    @Override
    public String id() {
        return "awsv4";
    }

    @Override
    public String label() {
        return "AWS Signature";
    }

    @Override
    public String summary() {
        return "Signs the request with an access key of AWS (Signature Version 4); the secret key itself is not sent.";
    }

    @Override
    public List<Field> fields() {
        return form(Auth.NONE).stream().flatMap(s -> s.fields().stream()).toList();
    }

    @Override
    public List<Section> form(Auth values) {
        return List.of(
                new Section("", List.of(new Field.Text("accessKey", "Access key", "", "AKIAIOSFODNN7EXAMPLE"), new Field.Secret("secretKey", "Secret key", ""),
                        new Field.Text("region", "AWS region", "us-east-1", "us-east-1"), new Field.Text("service", "Service name", "execute-api", "execute-api, s3, lambda, sts")), true),
                new Section("Advanced", List.of(new Field.Secret("sessionToken", "Session token", "of temporary keys"),
                        new Field.Flag("addAuthDataToQuery", "Add the signature to the URL instead of the headers", false)), false));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.always(wire -> sign(wire, values, around));
    }

    private Signed sign(Wire wire, Auth values, Surroundings around) {
        var accessKey = values.text("accessKey").strip();
        var secretKey = values.text("secretKey").strip();
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            return refused("the field \"" + (accessKey.isEmpty() ? "Access key" : "Secret key") + "\" is empty");
        }
        if (!AwsRequest.METHODS.contains(wire.method())) {
            return refused("AWS does not know the method " + wire.method() + ", only " + String.join(", ", AwsRequest.METHODS.stream().sorted().toList()));
        }
        var url = SentUrl.of(wire.url());
        if (!url.scheme().startsWith("http") || url.host().isEmpty() || url.port() > 65_535) {
            return new Signed.GivenUp(new Failure.BadUrl(wire.url(), "it names no server that it could be signed for"));
        }
        var scope = new AwsRequest.Scope(accessKey, secretKey, or(values.text("region"), "us-east-1"), or(values.text("service"), "execute-api"),
                around.clock().instant().truncatedTo(ChronoUnit.SECONDS));
        var clean = wire.withHeaders(wire.headers().stream().filter(h -> !OLD_HEADERS.contains(h.name().toLowerCase(Locale.ROOT))).toList());
        try {
            var notes = notes(clean, scope, values.flag("addAuthDataToQuery"));
            return values.flag("addAuthDataToQuery") ? inQuery(clean, scope, values, around, notes) : inHeaders(clean, scope, values, around, notes);
        } catch (IOException e) {
            return new Signed.GivenUp(Proofs.unread(e, label()));
        }
    }

    private static Signed inHeaders(Wire wire, AwsRequest.Scope scope, Auth values, Surroundings around, List<Working> notes) throws IOException {
        var url = SentUrl.of(wire.url()).without(OLD_PARAMETERS);
        var hash = scope.s3() && wire.payload() instanceof Payload.Multipart ? "UNSIGNED-PAYLOAD" : hash(wire, around);
        var headers = new ArrayList<>(wire.headers());
        headers.add(new Header("X-Amz-Date", scope.date()));
        var token = values.text("sessionToken").strip();
        if (!token.isEmpty()) {
            headers.add(new Header("X-Amz-Security-Token", token));
        }
        if (scope.s3() || !(wire.payload() instanceof Payload.Empty)) {
            headers.add(new Header("X-Amz-Content-Sha256", hash));
        }
        var covered = covered(wire, headers, url);
        var result = new AwsRequest(wire.method(), url, covered, hash, scope).signed();
        headers.add(new Header("Authorization", "AWS4-HMAC-SHA256 Credential=" + scope.credential() + ", SignedHeaders=" + AwsRequest.signedNames(covered)
                + ", Signature=" + result.signature()));
        return ready(wire.withUrl(url.url()).withHeaders(headers), result, !token.isEmpty(), notes);
    }

    private static Signed inQuery(Wire wire, AwsRequest.Scope scope, Auth values, Surroundings around, List<Working> notes) throws IOException {
        var url = SentUrl.of(wire.url()).without(OLD_PARAMETERS);
        var covered = covered(wire, wire.headers(), url);
        var added = new ArrayList<String>();
        var token = values.text("sessionToken").strip();
        if (!token.isEmpty()) {
            added.add("X-Amz-Security-Token=" + Percent.encoded(token));
        }
        if (scope.s3() && url.pairs().stream().noneMatch(p -> SentUrl.name(p).equals("X-Amz-Expires"))) {
            added.add("X-Amz-Expires=86400");
        }
        added.addAll(List.of("X-Amz-Date=" + scope.date(), "X-Amz-Algorithm=AWS4-HMAC-SHA256", "X-Amz-Credential=" + Percent.encoded(scope.credential()),
                "X-Amz-SignedHeaders=" + Percent.encoded(AwsRequest.signedNames(covered))));
        var asked = url.with(added);
        var result = new AwsRequest(wire.method(), asked, covered, scope.s3() ? "UNSIGNED-PAYLOAD" : hash(wire, around), scope).signed();
        return ready(wire.withUrl(asked.with(List.of("X-Amz-Signature=" + result.signature())).url()), result, !token.isEmpty(), notes);
    }

    private static Signed ready(Wire wire, AwsRequest.Result result, boolean secret, List<Working> notes) {
        var workings = new ArrayList<>(List.of(new Working(Working.Kind.TEXT, "Canonical request", result.canonical(), secret), Working.text("String to sign", result.toSign()),
                Working.text("Signature", result.signature())));
        workings.addAll(notes);
        return new Signed.Ready(wire, workings);
    }

    /// The headers that are signed, with the Host that will be sent. A Content-Type that the engine may put right is not among them.
    private static List<Header> covered(Wire wire, List<Header> headers, SentUrl url) {
        var covered = new ArrayList<>(headers.stream().filter(h -> !h.is("Content-Type") || !SentType.replaced(h.value(), wire.payload())).toList());
        if (Header.first(covered, "Host").isEmpty()) {
            covered.addFirst(new Header("Host", url.authority()));
        }
        return covered;
    }

    private static String hash(Wire wire, Surroundings around) throws IOException {
        var digest = Proofs.digest("SHA-256");
        Proofs.feed(digest, wire.payload(), around.body(), Long.MAX_VALUE);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Working> notes(Wire wire, AwsRequest.Scope scope, boolean query) {
        var notes = new ArrayList<Working>();
        if (scope.s3() && (query || wire.payload() instanceof Payload.Multipart)) {
            notes.add(Working.note(query ? "The body is not part of the signature: S3 does not look at it when the signature stands in the URL."
                    : "The body is not part of the signature: form-data goes to S3 as UNSIGNED-PAYLOAD."));
        }
        var host = AT_AWS.matcher(SentUrl.of(wire.url()).host());
        if (host.matches() && !(host.group(1).equals(scope.service()) && host.group(2).equals(scope.region()))) {
            notes.add(Working.note("The host looks like the service " + host.group(1) + " in " + host.group(2) + ", but the signature is for " + scope.service() + " in "
                    + scope.region() + ". Some services sign under another name than their host has; a region that differs is refused."));
        }
        return notes;
    }

    private static String or(String value, String preset) {
        return value.isBlank() ? preset : value.strip();
    }

    private Signed refused(String reason) {
        return new Signed.GivenUp(new Failure.AuthRefused(label(), reason));
    }
}
