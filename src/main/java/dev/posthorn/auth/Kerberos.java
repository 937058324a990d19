package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginContext;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/// Gets a Kerberos ticket for a host, through what Java has for it (JAAS and JGSS), and speaks SPNEGO with it.
///
/// 1. Nothing of the process is changed: the login has a configuration of its own. Only where the realms and their servers stand is the
///    process's matter: `krb5.conf` where the system has it, or `-Djava.security.krb5.conf`. It is read anew for each login.
/// 2. Who waits for a Kerberos server does so for a minute at most, and until `stop`.
final class Kerberos {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String KERBEROS_NAME = "1.2.840.113554.1.2.2.1";

    /// It did not work; the failure says why.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient BadLogin failure;

        Refused(BadLogin failure) {
            super(failure.sentence());
            this.failure = failure;
        }

        BadLogin failure() {
            return failure;
        }
    }

    private final String label;
    private final Auth values;
    private final Map<String, String> environment;
    private Subject subject;
    private GSSContext context;
    private FutureTask<byte[]> under;
    private boolean stopped;

    Kerberos(String label, Auth values, Map<String, String> environment) {
        this.label = label;
        this.values = values;
        this.environment = environment;
    }

    /// The name of the service whose ticket is asked for.
    String service(String host) {
        var own = values.text("spn").strip();
        return own.isEmpty() ? "HTTP@" + host : own;
    }

    /// "of the logged-in user".
    String whose() {
        var name = values.text("principal").strip();
        return switch (values.text("credential")) {
            case "password" -> "of " + name + ", by password";
            case "keytab" -> "of " + name + ", by the keytab " + values.text("keytab").strip();
            default -> name.isEmpty() ? "of the logged-in user" : "of " + name + ", out of the ticket cache";
        };
    }

    /// The first message to a host.
    byte[] open(String host) throws Refused {
        check();
        return waiting(host, () -> {
            if (subject == null) {
                subject = login();
            }
            var manager = GSSManager.getInstance();
            context = manager.createContext(name(manager, canonical(host)), new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
            context.requestMutualAuth(true);
            context.requestCredDeleg(values.flag("delegate"));
            return step(new byte[0]);
        });
    }

    /// The answer to a message of the server; empty where there is nothing more to say.
    byte[] next(byte[] message) throws Refused {
        return waiting("", () -> context.isEstablished() ? new byte[0] : step(message));
    }

    /// True where the server has shown that it can read the ticket.
    boolean proved() {
        return context != null && context.isEstablished() && context.getMutualAuthState();
    }

    private byte[] step(byte[] message) throws GSSException {
        var out = Subject.callAs(subject, () -> context.initSecContext(message, 0, message.length));
        return out == null ? new byte[0] : out;
    }

    private String canonical(String host) throws UnknownHostException {
        return values.flag("canonicalHost") && values.text("spn").isBlank() ? InetAddress.getByName(host).getCanonicalHostName() : host;
    }

    /// `HTTP@host` is a service of a host, whose realm the configuration knows; `HTTP/host@REALM` is a name as Kerberos writes it.
    private GSSName name(GSSManager manager, String host) throws GSSException {
        var service = service(host);
        return service.contains("/") ? manager.createName(service, new Oid(KERBEROS_NAME)) : manager.createName(service, GSSName.NT_HOSTBASED_SERVICE);
    }

    /// What can be seen without asking anybody.
    private void check() throws Refused {
        var kind = values.text("credential");
        if (kind.equals("password") || kind.equals("keytab")) {
            if (values.text("principal").isBlank()) {
                throw refused("it has no user", "Fill in the user in the Authorization tab, as ann@EXAMPLE.COM.");
            }
            if (kind.equals("keytab") && !readable(values.text("keytab").strip())) {
                throw refused("the keytab \"" + values.text("keytab").strip() + "\" cannot be read", "Choose a keytab that exists and that you may read.");
            }
            return;
        }
        var cache = values.text("ticketCache").strip();
        var usual = environment.getOrDefault("KRB5CCNAME", "");
        if (!cache.isEmpty() && !readable(KerberosLogin.path(cache))) {
            throw refused("the ticket cache \"" + cache + "\" cannot be read", "Run kinit -c " + cache + ", or leave the field empty for the usual cache.");
        }
        if (cache.isEmpty() && usual.matches("[A-Z]{2,}:.*") && !usual.startsWith("FILE:")) {
            throw refused("your tickets are in " + usual + ", and Java reads them from files alone",
                    "Run kinit -c FILE:/tmp/my-tickets and name that file as the ticket cache in the Authorization tab.");
        }
    }

    private static boolean readable(String file) {
        try {
            return !file.isEmpty() && Files.isReadable(Path.of(file)) && Files.isRegularFile(Path.of(file));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private Subject login() throws javax.security.auth.login.LoginException {
        var login = new LoginContext("posthorn", null, KerberosLogin.answering(values.text("principal").strip(), values.text("password")), new KerberosLogin(values, environment));
        login.login();
        return login.getSubject();
    }

    private Refused refused(String reason, String advice) {
        return new Refused(new BadLogin.Unable(label, reason, advice));
    }

    /// Java's own waiting has no end worth the name: it is done by another thread, which can be left.
    private byte[] waiting(String host, Callable<byte[]> work) throws Refused {
        var task = new FutureTask<>(work);
        synchronized (this) {
            if (stopped) {
                throw refused("it was stopped", "Send again when you are ready.");
            }
            under = task;
            Thread.ofVirtual().name("kerberos").start(task);
        }
        try {
            return task.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new Refused(KerberosTrouble.of(label, e.getCause(), values, service(host)));
        } catch (TimeoutException e) {
            task.cancel(true);
            throw refused("the Kerberos server did not answer within a minute", "Check network, VPN and the server's address in krb5.conf.");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw refused("it was stopped", "Send again when you are ready.");
        } catch (CancellationException e) {
            throw refused("it was stopped", "Send again when you are ready.");
        }
    }

    synchronized void stop() {
        stopped = true;
        if (under != null) {
            under.cancel(true);
        }
    }
}
