package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.codelibs.jcifs.smb.impl.NtlmUtil;
import org.codelibs.jcifs.smb.ntlmssp.Type2Message;
import org.junit.jupiter.api.Test;

/// The samples of MS-NLMP §4.2: user "User", domain "Domain", password "Password".
final class NtlmTest {

    private static final byte[] SERVER = hex("0123456789abcdef");
    private static final byte[] CLIENT = hex("aaaaaaaaaaaaaaaa");

    /// §4.2.4: names of server and domain, as the server sends them; the end of the list is jcifs's to add.
    private static final byte[] INFO = hex("02000c0044006f006d00610069006e0001000c005300650072007600650072000000" + "0000");

    /// §4.2.4.3, the CHALLENGE_MESSAGE.
    private static final byte[] CHALLENGE = hex("4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef00000000000000002400240044000000"
            + "060070170000000f5300650072007600650072000200" + "0c0044006f006d00610069006e0001000c0053006500720076006500720000000000");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void theSampleOfVersionTwoComesOut() {
        var key = NtlmUtil.nTOWFv2("Domain", "User", "Password");
        assertArrayEquals(hex("0c868a403bfd7a93a3001ef22ef02e3f"), key, "§4.2.4.1.1, NTOWFv2");
        assertArrayEquals(hex("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"), NtlmUtil.getLMv2Response(key, SERVER, CLIENT), "§4.2.4.2.1, LMv2");
        var response = NtlmUtil.getNTLMv2Response(key, SERVER, CLIENT, 0, INFO);
        assertArrayEquals(hex("68cd0ab851e51c96aabc927bebef6a1c"), Arrays.copyOf(response, 16), "§4.2.4.2.2, NTProofStr");
        assertArrayEquals(hex("01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000"), Arrays.copyOfRange(response, 16, 44), "temp, §4.2.4.1.3");
    }

    @Test
    void theSampleChallengeIsRead() throws Exception {
        var message = new Type2Message(CHALLENGE);
        assertArrayEquals(SERVER, message.getChallenge());
        assertEquals("Server", message.getTarget());
        assertEquals(0xe28a8233, message.getFlags());
        assertArrayEquals(Arrays.copyOf(INFO, 36), message.getTargetInformation());
    }

    @Test
    void whatIsNoMessageIsRefusedWithAReason() {
        var account = Ntlm.Account.of("", "me", "x", "");
        for (var nonsense : new String[] {"", "%%%", "AAAA", "TlRMTVNTUAADAAAA", "TlRMTVNTUAACAAAA"}) {
            assertThrows(Ntlm.Unreadable.class, () -> Ntlm.authenticate(nonsense, account), nonsense);
        }
    }

    @Test
    void theDomainMayStandInTheName() {
        assertEquals("CORP\\me", Ntlm.Account.of("", "CORP\\me", "x", "").toString());
        assertEquals("corp.test\\me", Ntlm.Account.of("", "me@corp.test", "x", "").toString());
        assertEquals("CORP\\me@corp.test", Ntlm.Account.of("CORP", "me@corp.test", "x", "").toString());
        assertEquals("\\me", Ntlm.Account.of("", "me", "x", "").toString());
    }
}
