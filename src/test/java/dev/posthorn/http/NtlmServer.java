package dev.posthorn.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.MD4Digest;

/// The other side of NTLM, by the letter of MS-NLMP §3.3.2: sends a challenge and checks the NTLMv2 answer to it, for each connection on its own.
final class NtlmServer implements TestProxy.Gate {

    private static final Pattern TOKEN = Pattern.compile("Proxy-Authorization: NTLM (\\S+)");
    private static final byte[] CHALLENGE = {1, 35, 69, 103, (byte) 137, (byte) 171, (byte) 205, (byte) 239};

    private final Map<Integer, String> states = new HashMap<>();
    private final String domain;
    private final String user;
    private final String password;

    NtlmServer(String domain, String user, String password) {
        this.domain = domain;
        this.user = user;
        this.password = password;
    }

    @Override
    public synchronized List<String> challenges(int connection, String head) {
        if ("in".equals(states.get(connection))) {
            return List.of();
        }
        var token = TOKEN.matcher(head);
        if (!token.find()) {
            return List.of("NTLM", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"", "Basic realm=\"r\"");
        }
        var message = Base64.getDecoder().decode(token.group(1));
        if (!new String(message, 0, 7, StandardCharsets.US_ASCII).equals("NTLMSSP")) {
            return List.of("NTLM");
        }
        if (message[8] == 1) {
            states.put(connection, "challenged");
            return List.of("NTLM " + Base64.getEncoder().encodeToString(second()));
        }
        var right = message[8] == 3 && "challenged".equals(states.get(connection)) && proves(message);
        states.put(connection, right ? "in" : "out");
        return right ? List.of() : List.of("NTLM");
    }

    /// Unicode, NTLM, always sign, extended session security, target info.
    private static byte[] second() {
        var name = "TEST".getBytes(StandardCharsets.UTF_16LE);
        var info = ByteBuffer.allocate(4 + name.length + 4).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 2).putShort((short) name.length).put(name).putInt(0).array();
        return ByteBuffer.allocate(48 + name.length + info.length).order(ByteOrder.LITTLE_ENDIAN).put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2)
                .putShort((short) name.length).putShort((short) name.length).putInt(48).putInt(0x00898205).put(CHALLENGE).putLong(0)
                .putShort((short) info.length).putShort((short) info.length).putInt(48 + name.length).put(name).put(info).array();
    }

    private boolean proves(byte[] message) {
        var response = field(message, 20);
        if (response.length <= 24 || !text(message, 28).equalsIgnoreCase(domain) || !text(message, 36).equals(user)) {
            return false;
        }
        var md4 = new MD4Digest();
        var secret = password.getBytes(StandardCharsets.UTF_16LE);
        md4.update(secret, 0, secret.length);
        var hash = new byte[16];
        md4.doFinal(hash, 0);
        var identity = (user.toUpperCase(Locale.ROOT) + text(message, 28)).getBytes(StandardCharsets.UTF_16LE);
        var blob = Arrays.copyOfRange(response, 16, response.length);
        var proof = hmac(hmac(hash, identity), ByteBuffer.allocate(8 + blob.length).put(CHALLENGE).put(blob).array());
        return Arrays.equals(proof, Arrays.copyOf(response, 16));
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] message, int at) {
        return new String(field(message, at), StandardCharsets.UTF_16LE);
    }

    private static byte[] field(byte[] message, int at) {
        var buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        var from = buffer.getInt(at + 4);
        return Arrays.copyOfRange(message, from, from + buffer.getShort(at));
    }
}
