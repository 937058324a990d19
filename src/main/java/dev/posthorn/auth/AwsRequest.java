package dev.posthorn.auth;

import dev.posthorn.model.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.internal.signer.CredentialScope;
import software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4Properties;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// A request as AWS sees it when it checks a signature (Signature Version 4). AWS's own SDK sorts, encodes and signs it.
///
/// 1. The path is encoded once more as it stands on the wire, dots and double slashes taken out; for S3 it is taken as it is, in one strict encoding. The
///    SDK does that too, but by `java.net.URI`, which does not take every path that can be sent.
/// 2. Headers that are changed on their way, or that the engine completes (Cookie), are not signed.
/// 3. The SDK's ready-made signer would put a hash of the body into the headers of every request, which AWS's test suite and Postman do not; so we use
///    the part of it that signs, and which alone shows what was signed.
///
/// @param headers that are sent, Host among them
record AwsRequest(String method, SentUrl url, List<Header> headers, String bodyHash, AwsRequest.Scope scope) {

    /// The methods that AWS knows.
    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Set<String> UNSIGNED = Set.of("authorization", "proxy-authorization", "connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade",
            "x-amzn-trace-id", "user-agent", "expect", "presigned-expires", "cookie");
    private static final Set<String> OF_S3 = Set.of("s3", "s3express", "s3-outposts", "s3-object-lambda");

    /// For whom, where, what and when a signature is good.
    record Scope(String accessKey, String secretKey, String region, String service, Instant time) {

        boolean s3() {
            return OF_S3.contains(service.toLowerCase(Locale.ROOT));
        }

        String date() {
            return of().getDatetime();
        }

        String credential() {
            return accessKey + "/" + of().scope();
        }

        private CredentialScope of() {
            return new CredentialScope(region, service, time);
        }

        @Override
        public String toString() {
            return credential();
        }
    }

    record Result(String canonical, String toSign, String signature) {}

    /// The names of the headers that a signature covers, as AWS lists them.
    static String signedNames(List<Header> headers) {
        return String.join(";", headers.stream().map(h -> h.name().toLowerCase(Locale.ROOT)).filter(n -> !UNSIGNED.contains(n)).distinct().sorted().toList());
    }

    Result signed() {
        var properties = V4Properties.builder().credentials(AwsCredentialsIdentity.create(scope.accessKey(), scope.secretKey())).credentialScope(scope.of())
                .signingClock(java.time.Clock.fixed(scope.time(), java.time.ZoneOffset.UTC)).doubleUrlEncode(false).normalizePath(false).build();
        var result = new DefaultV4RequestSigner(properties, bodyHash).sign(request());
        var canonical = result.getCanonicalRequest().getCanonicalRequestString();
        var hash = HexFormat.of().formatHex(Proofs.digest("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        return new Result(canonical, String.join("\n", "AWS4-HMAC-SHA256", scope.date(), scope.of().scope(), hash), result.getSignature());
    }

    private SdkHttpFullRequest.Builder request() {
        var request = SdkHttpFullRequest.builder().method(SdkHttpMethod.fromValue(method)).protocol(url.scheme()).host(url.host()).port(url.port())
                .encodedPath(scope.s3() ? Percent.pathAgain(url.path()) : Percent.path(withoutDots(url.path())));
        var query = new LinkedHashMap<String, List<String>>();
        for (var pair : url.pairs()) {
            query.computeIfAbsent(Percent.decoded(SentUrl.name(pair)), _ -> new ArrayList<>()).add(Percent.decoded(SentUrl.value(pair)));
        }
        query.forEach(request::putRawQueryParameter);
        for (var header : headers) {
            if (!UNSIGNED.contains(header.name().toLowerCase(Locale.ROOT))) {
                request.appendHeader(header.name(), header.value());
            }
        }
        return request;
    }

    /// RFC 3986 §6.2.2.3, and no empty segments either, but a slash at the end stays.
    private static String withoutDots(String path) {
        var kept = new ArrayDeque<String>();
        for (var segment : path.split("/")) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.add(segment);
            }
        }
        var open = !kept.isEmpty() && (path.endsWith("/") || path.endsWith("/.") || path.endsWith("/.."));
        return "/" + String.join("/", kept) + (open ? "/" : "");
    }
}
