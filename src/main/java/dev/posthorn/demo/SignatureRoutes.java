package dev.posthorn.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.stream.Stream;

/// Doors that open to a signed request. Each works the signature out by itself and, where it differs, says from what.
final class SignatureRoutes {

    private static final String JSON = "application/json";

    private KeyPair pair;

    Stream<Route> all() {
        return Stream.of(
                new Route("/aws", "/aws?a=1", "Opens to AWS Signature v4: access key " + AwsCheck.ACCESS_KEY + ", secret key " + AwsCheck.SECRET_KEY + ".", SignatureRoutes::aws),
                new Route("/aws/", "/aws/any/path", "The same, under any path.", SignatureRoutes::aws),
                new Route("/oauth1", "/oauth1?a=1", "Opens to OAuth 1.0: consumer key " + OAuth1Check.CONSUMER + " with the secret \"" + OAuth1Check.CONSUMER_SECRET + "\", if wanted token "
                        + OAuth1Check.TOKEN + " with the secret " + OAuth1Check.TOKEN_SECRET + ".", this::oauth1),
                new Route("/oauth1/key", "/oauth1/key", "The private key for OAuth 1.0 with RSA, made for this run of the server.", this::key),
                new Route("/hawk", "/hawk?a=1", "Opens to Hawk with SHA-256: id " + HawkCheck.ID + ", key " + HawkCheck.KEY + ".", call -> hawk(call, "SHA256")),
                new Route("/hawk/sha1", "/hawk/sha1", "The same with SHA-1.", call -> hawk(call, "SHA1")),
                new Route("/edgegrid", "/edgegrid?a=1", "Opens to Akamai EdgeGrid: client token " + EdgeGridCheck.CLIENT + ", access token " + EdgeGridCheck.ACCESS + ", client secret "
                        + EdgeGridCheck.SECRET + "; signs the header X-Test1 where it is there.", SignatureRoutes::edgeGrid));
    }

    private static void aws(Call call) throws IOException, GeneralSecurityException {
        var verdict = AwsCheck.of(Asked.of(call));
        call.json(verdict.good() ? 200 : 403, verdict.told());
    }

    private static void edgeGrid(Call call) throws IOException, GeneralSecurityException {
        answer(call, EdgeGridCheck.of(Asked.of(call)), "EG1-HMAC-SHA256");
    }

    private void oauth1(Call call) throws IOException, GeneralSecurityException {
        answer(call, new OAuth1Check(Asked.of(call), () -> pair().getPublic()).verdict(), "OAuth realm=\"Posthorn demo\"");
    }

    private static void hawk(Call call, String algorithm) throws IOException, GeneralSecurityException {
        var check = new HawkCheck(Asked.of(call), algorithm);
        var verdict = check.verdict();
        if (verdict.good()) {
            var body = call.pretty(verdict.told());
            call.with("Server-Authorization", check.proof(JSON, body)).bytes(200, JSON, body);
        } else {
            answer(call, verdict, verdict.reason().startsWith("Stale") ? check.time() : "Hawk");
        }
    }

    private static void answer(Call call, Verdict verdict, String challenge) throws IOException {
        if (verdict.good()) {
            call.json(200, verdict.told());
        } else {
            call.with("WWW-Authenticate", challenge).json(401, verdict.told());
        }
    }

    private void key(Call call) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair().getPrivate().getEncoded());
        call.bytes(200, "application/x-pem-file", Asked.bytes("-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n"));
    }

    private synchronized KeyPair pair() {
        try {
            if (pair == null) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                pair = generator.generateKeyPair();
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }
}
