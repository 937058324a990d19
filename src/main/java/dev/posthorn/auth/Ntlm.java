package dev.posthorn.auth;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Properties;
import org.codelibs.jcifs.smb.CIFSContext;
import org.codelibs.jcifs.smb.CIFSException;
import org.codelibs.jcifs.smb.config.PropertyConfiguration;
import org.codelibs.jcifs.smb.context.BaseContext;
import org.codelibs.jcifs.smb.ntlmssp.Type1Message;
import org.codelibs.jcifs.smb.ntlmssp.Type2Message;
import org.codelibs.jcifs.smb.ntlmssp.Type3Message;

/// The messages of NTLM (MS-NLMP), version 2 alone: we greet, the server challenges, we answer. They belong to one connection; who sends them
/// sees to that.
public final class Ntlm {

    private static final int SIGN = 0x10;

    private Ntlm() {}

    /// The server's message is none. The message says why.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /// Who logs in.
    ///
    /// @param domain      may be empty
    /// @param workstation the name of this machine as the server shall see it; may be empty
    public record Account(String domain, String user, String password, String workstation) {

        /// `DOMAIN\\user` is taken apart; `user@domain` stays whole, as Windows wants it.
        public static Account of(String login, String password) {
            var slash = login.indexOf('\\');
            return slash < 0 ? new Account("", login, password, "") : new Account(login.substring(0, slash), login.substring(slash + 1), password, "");
        }

        /// As Postman reads its form: where no domain is given, it may stand in the name, before `\\` or behind `@`.
        static Account of(String domain, String login, String password, String workstation) {
            var slash = login.indexOf('\\');
            var at = login.lastIndexOf('@');
            if (!domain.isEmpty() || slash < 0 && at <= 0) {
                return new Account(domain, login, password, workstation);
            }
            return slash >= 0 ? new Account(login.substring(0, slash), login.substring(slash + 1), password, workstation)
                    : new Account(login.substring(at + 1), login.substring(0, at), password, workstation);
        }

        @Override
        public String toString() {
            return domain + "\\" + user;
        }
    }

    /// The first message, in Base64. It names nobody: that is not needed before the third.
    public static String negotiate() {
        var context = context();
        return base64(new Type1Message(context, Type1Message.getDefaultFlags(context), "", "").toByteArray());
    }

    /// The third message, in Base64, to the server's second one. Where the server sent its time, a seal (MIC) covers all three
    /// (§3.1.5.1.2); jcifs makes one only where messages will be signed, so that is what it is told while it reckons.
    public static String authenticate(String challenge, Account account) throws Unreadable {
        try {
            var context = context();
            var greeting = Base64.getDecoder().decode(negotiate());
            var asked = Base64.getDecoder().decode(challenge);
            var second = new Type2Message(asked);
            var flags = Type3Message.getDefaultFlags(context, second);
            var third = new Type3Message(context, second, null, account.password(), account.domain(), account.user(), account.workstation(), flags | SIGN);
            third.setFlag(SIGN, (flags & SIGN) != 0);
            if (third.isMICRequired()) {
                third.setupMIC(greeting, asked);
            }
            return base64(third.toByteArray());
        } catch (IndexOutOfBoundsException e) {
            throw new Unreadable("it is cut off or damaged", e);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("it is no Base64", e);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new Unreadable(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().replaceFirst("\\.$", ""), e);
        }
    }

    private static String base64(byte[] message) {
        return Base64.getEncoder().encodeToString(message);
    }

    /// jcifs speaks SMB; its messages want only a few of its settings.
    private static CIFSContext context() {
        try {
            var settings = new Properties();
            settings.setProperty("jcifs.smb.client.disablePlainTextPasswords", "true");
            settings.setProperty("jcifs.netbios.hostname", "POSTHORN");
            return new BaseContext(new PropertyConfiguration(settings));
        } catch (CIFSException e) {
            throw new IllegalStateException("NTLM cannot be set up", e);
        }
    }
}
