package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;

/// How Java's Kerberos module logs in for one form: by ticket cache, password or keytab. A configuration of this login alone.
final class KerberosLogin extends Configuration {

    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private final Auth values;
    private final Map<String, String> environment;

    KerberosLogin(Auth values, Map<String, String> environment) {
        this.values = values;
        this.environment = environment;
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
        var options = new HashMap<String, String>();
        options.put("refreshKrb5Config", "true");
        options.put("isInitiator", "true");
        var principal = values.text("principal").strip();
        if (!principal.isEmpty()) {
            options.put("principal", principal);
        }
        switch (values.text("credential")) {
            case "password" -> options.put("useTicketCache", "false");
            case "keytab" -> {
                options.put("doNotPrompt", "true");
                options.put("useKeyTab", "true");
                options.put("keyTab", values.text("keytab").strip());
            }
            default -> {
                options.put("doNotPrompt", "true");
                options.put("useTicketCache", "true");
                var own = values.text("ticketCache").strip();
                var cache = own.isEmpty() ? environment.getOrDefault("KRB5CCNAME", "") : own;
                if (!cache.isEmpty()) {
                    options.put("ticketCache", path(cache));
                }
            }
        }
        return new AppConfigurationEntry[] {new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options)};
    }

    /// A cache as MIT's tools name it, without the word for its kind.
    static String path(String cache) {
        return cache.startsWith("FILE:") ? cache.substring(5) : cache;
    }

    /// Tells the module what it would ask a person.
    static CallbackHandler answering(String principal, String password) {
        return callbacks -> {
            for (var callback : callbacks) {
                answer(callback, principal, password);
            }
        };
    }

    private static void answer(Callback callback, String principal, String password) throws IOException, UnsupportedCallbackException {
        switch (callback) {
            case NameCallback name -> name.setName(principal);
            case PasswordCallback asked -> asked.setPassword(password.toCharArray());
            default -> throw new UnsupportedCallbackException(callback);
        }
    }
}
