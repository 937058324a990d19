package dev.posthorn.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A proxy that wants a Digest login (RFC 7616, SHA-256) and reckons the answers itself.
final class DigestGate implements TestProxy.Gate {

    final List<String> proved = new ArrayList<>();
    private final String user;
    private final String password;
    private int nonce = 1;

    DigestGate(String user, String password) {
        this.user = user;
        this.password = password;
    }

    synchronized void renew() {
        nonce++;
    }

    @Override
    public synchronized List<String> challenges(int connection, String head) {
        var given = dev.posthorn.auth.Challenge.parse(head.lines().filter(l -> l.startsWith("Proxy-Authorization: ")).map(l -> l.substring(21)).toList());
        var stale = !given.isEmpty() && !("n" + nonce).equals(given.getFirst().parameters().get("nonce"));
        var right = !given.isEmpty() && !stale && proves(given.getFirst().parameters(), head.split(" ", 3));
        return right ? List.of() : List.of("Basic realm=\"r\"", "Digest realm=\"r\", qop=\"auth\", algorithm=MD5, nonce=\"n" + nonce + "\"" + (stale ? ", stale=true" : ""),
                "Digest realm=\"r\", qop=\"auth\", algorithm=SHA-256, nonce=\"n" + nonce + "\"" + (stale ? ", stale=true" : ""));
    }

    private boolean proves(java.util.Map<String, String> said, String[] request) {
        var a1 = hash(user + ":r:" + password);
        var a2 = hash(request[0] + ":" + request[1]);
        var right = said.get("uri").equals(request[1]) && said.get("response").equals(hash(String.join(":", a1, said.get("nonce"), said.get("nc"), said.get("cnonce"), "auth", a2)));
        if (right) {
            proved.add(Integer.parseInt(said.get("nc"), 16) + " " + request[1]);
        }
        return right;
    }

    private static String hash(String text) {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
