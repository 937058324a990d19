package dev.posthorn.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The server's side of one login by NTLM (MS-NLMP §3.2.5, version 2 alone), for one connection.
final class NtlmDoor {

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

    /// Unicode, target, NTLM, always sign, target is a server, extended session security, target information.
    private static final int FLAGS = 0x008a8205;

    private static final byte[] NAME = "POSTHORN".getBytes(StandardCharsets.UTF_16LE);

    private final byte[] challenge = new byte[8];
    private boolean asked;

    NtlmDoor(RandomGenerator random) {
        random.nextBytes(challenge);
    }

    /// What came of a message of the client.
    sealed interface Result {
        /// The next line for `WWW-Authenticate`.
        record Asks(String line) implements Result {}

        record In(String user) implements Result {}
    }

    /// @param token what follows the word NTLM, in Base64; empty where nothing was sent
    Result say(String token, String user, String password) {
        var message = message(token);
        if (message.isPresent() && message.get()[8] == 1) {
            asked = true;
            return new Result.Asks("NTLM " + Base64.getEncoder().encodeToString(second()));
        }
        if (message.isPresent() && message.get()[8] == 3 && asked) {
            asked = false;
            if (proves(message.get(), user, password)) {
                return new Result.In(user);
            }
        }
        return new Result.Asks("NTLM");
    }

    private static Optional<byte[]> message(String token) {
        try {
            var bytes = Base64.getDecoder().decode(token);
            return bytes.length > 12 && Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, 8)) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// CHALLENGE_MESSAGE, §2.2.1.2: our name, the challenge, and as target information the name again (AV pair 1).
    private byte[] second() {
        var info = ByteBuffer.allocate(8 + NAME.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 1).putShort((short) NAME.length).put(NAME).array();
        return ByteBuffer.allocate(48 + NAME.length + info.length).order(ByteOrder.LITTLE_ENDIAN).put(SIGNATURE).putInt(2)
                .putShort((short) NAME.length).putShort((short) NAME.length).putInt(48).putInt(FLAGS).put(challenge).putLong(0)
                .putShort((short) info.length).putShort((short) info.length).putInt(48 + NAME.length).put(NAME).put(info).array();
    }

    /// The proof of AUTHENTICATE_MESSAGE, §3.3.2: the client names the domain, here any.
    private boolean proves(byte[] message, String user, String password) {
        var response = field(message, 20);
        if (response.length <= 24 || !new String(field(message, 36), StandardCharsets.UTF_16LE).equalsIgnoreCase(user)) {
            return false;
        }
        var domain = new String(field(message, 28), StandardCharsets.UTF_16LE);
        var key = hmac(Md4.of(password.getBytes(StandardCharsets.UTF_16LE)), (user.toUpperCase(Locale.ROOT) + domain).getBytes(StandardCharsets.UTF_16LE));
        var proof = hmac(key, challenge, Arrays.copyOfRange(response, 16, response.length));
        return Arrays.equals(proof, Arrays.copyOf(response, 16));
    }

    /// A text that the head of the message points to; empty where it points outside.
    private static byte[] field(byte[] message, int at) {
        if (message.length < at + 8) {
            return new byte[0];
        }
        var buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        var length = buffer.getShort(at) & 0xffff;
        var from = buffer.getInt(at + 4);
        return from < 0 || from > message.length - length ? new byte[0] : Arrays.copyOfRange(message, from, from + length);
    }

    private static byte[] hmac(byte[] key, byte[]... pieces) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            for (var piece : pieces) {
                mac.update(piece);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with MD5", e);
        }
    }
}
