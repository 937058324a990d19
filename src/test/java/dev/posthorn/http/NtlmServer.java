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

    private static final Pattern TOKEN = Pattern.compile("\r\n(?:Proxy-)?Authorization: (?:NTLM|Negotiate) (\\S+)");
    private static final byte[] CHALLENGE = {1, 35, 69, 103, (byte) 137, (byte) 171, (byte) 205, (byte) 239};

    /// 100-nanosecond steps since 1601; a server that sends its time wants the messages sealed (§3.1.5.1.2).
    private static final long TIME = 0x01dc000000000000L;

    private final Map<Integer, String> states = new HashMap<>();
    private final Map<Integer, byte[]> greetings = new HashMap<>();
    private boolean timed;
    private final String domain;
    private final String user;
    private final String password;

    NtlmServer(String domain, String user, String password) {
        this.domain = domain;
        this.user = user;
        this.password = password;
    }

    NtlmServer timed() {
        timed = true;
        return this;
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
            greetings.put(connection, message);
            return List.of("NTLM " + Base64.getEncoder().encodeToString(second()));
        }
        var right = message[8] == 3 && "challenged".equals(states.get(connection)) && proves(message) && (!timed || sealed(message, greetings.get(connection)));
        states.put(connection, right ? "in" : "out");
        return right ? List.of() : List.of("NTLM");
    }

    /// Unicode, NTLM, always sign, extended session security, target info.
    private byte[] second() {
        var name = "TEST".getBytes(StandardCharsets.UTF_16LE);
        var info = ByteBuffer.allocate(4 + name.length + (timed ? 12 : 0) + 4).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 2).putShort((short) name.length).put(name);
        if (timed) {
            info.putShort((short) 7).putShort((short) 8).putLong(TIME);
        }
        return ByteBuffer.allocate(48 + name.length + info.capacity()).order(ByteOrder.LITTLE_ENDIAN).put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2)
                .putShort((short) name.length).putShort((short) name.length).putInt(48).putInt(0x00898205).put(CHALLENGE).putLong(0)
                .putShort((short) info.capacity()).putShort((short) info.capacity()).putInt(48 + name.length).put(name).put(info.array()).array();
    }

    private boolean proves(byte[] message) {
        var response = field(message, 20);
        if (response.length <= 24 || !text(message, 28).equalsIgnoreCase(domain) || !text(message, 36).equals(user)) {
            return false;
        }
        var blob = Arrays.copyOfRange(response, 16, response.length);
        var proof = hmac(key(message), ByteBuffer.allocate(8 + blob.length).put(CHALLENGE).put(blob).array());
        return Arrays.equals(proof, Arrays.copyOf(response, 16));
    }

    /// The MIC at offset 72 covers all three messages, itself as zeros; the blob says by a flag (AV pair 6, value 2) that it is there.
    private boolean sealed(byte[] third, byte[] first) {
        var response = field(third, 20);
        var flagged = Arrays.equals(new byte[] {6, 0, 4, 0, 2, 0, 0, 0}, pair(response, 6)) && Arrays.equals(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 7).putShort((short) 8).putLong(TIME).array(), pair(response, 7));
        var session = hmac(key(third), Arrays.copyOf(response, 16));
        var blank = third.clone();
        Arrays.fill(blank, 72, 88, (byte) 0);
        var second = second();
        var all = ByteBuffer.allocate(first.length + second.length + blank.length).put(first).put(second).put(blank).array();
        return flagged && Arrays.equals(hmac(session, all), Arrays.copyOfRange(third, 72, 88));
    }

    /// An AV pair of the client's blob, head included; empty where it is not there.
    private static byte[] pair(byte[] response, int wanted) {
        var buffer = ByteBuffer.wrap(response).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 44; at + 4 <= response.length && buffer.getShort(at) != 0; at += 4 + buffer.getShort(at + 2)) {
            if (buffer.getShort(at) == wanted) {
                return Arrays.copyOfRange(response, at, at + 4 + buffer.getShort(at + 2));
            }
        }
        return new byte[0];
    }

    private byte[] key(byte[] message) {
        var md4 = new MD4Digest();
        var secret = password.getBytes(StandardCharsets.UTF_16LE);
        md4.update(secret, 0, secret.length);
        var hash = new byte[16];
        md4.doFinal(hash, 0);
        return hmac(hash, (user.toUpperCase(Locale.ROOT) + text(message, 28)).getBytes(StandardCharsets.UTF_16LE));
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
