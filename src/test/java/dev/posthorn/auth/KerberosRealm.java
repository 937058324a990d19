package dev.posthorn.auth;

import dev.posthorn.FreePort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;

/// A realm of Kerberos with a real server of tickets (Apache Kerby), one user and one service, for as long as a test.
public final class KerberosRealm implements AutoCloseable {

    public static final String NAME = "POSTHORN.TEST";
    public static final String SERVICE = "HTTP/127.0.0.1@" + NAME;
    private static final String CONFIGURATION = "java.security.krb5.conf";

    private final SimpleKdcServer server = new SimpleKdcServer();
    private final Path folder;
    private final String before = System.getProperty(CONFIGURATION);
    private final Subject service;
    private final int port;

    public KerberosRealm(Path folder) throws Exception {
        this.folder = folder;
        server.setKdcHost("127.0.0.1");
        server.setKdcRealm(NAME);
        port = FreePort.find();
        server.setKdcTcpPort(port);
        server.setAllowUdp(false);
        server.setWorkDir(folder.toFile());
        server.init();
        server.start();
        server.createPrincipal("ann@" + NAME, "the right one");
        server.createPrincipal(SERVICE, "of the service");
        server.exportPrincipal(SERVICE, folder.resolve("service.keytab").toFile());
        System.setProperty(CONFIGURATION, folder.resolve("krb5.conf").toString());
        service = serviceLogin();
    }

    Path keytab() throws KrbException {
        var file = folder.resolve("ann.keytab");
        server.exportPrincipal("ann@" + NAME, file.toFile());
        return file;
    }

    /// What kinit leaves.
    Path ticketCache() throws KrbException {
        var file = folder.resolve("ann.cache");
        server.getKrbClient().storeTicket(server.getKrbClient().requestTgt("ann@" + NAME, "the right one"), file.toFile());
        return file;
    }

    private Subject serviceLogin() throws Exception {
        var options = Map.of("useKeyTab", "true", "storeKey", "true", "doNotPrompt", "true", "isInitiator", "false", "refreshKrb5Config", "true", "principal", SERVICE,
                "keyTab", folder.resolve("service.keytab").toString());
        var login = new LoginContext("service", null, null, new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {new AppConfigurationEntry("com.sun.security.auth.module.Krb5LoginModule", AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, options)};
            }
        });
        login.login();
        return login.getSubject();
    }

    /// The service's side of a login, of one connection.
    public GSSContext door() throws GSSException {
        return Subject.callAs(service, () -> {
            var manager = GSSManager.getInstance();
            return manager.createContext(manager.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, new Oid("1.3.6.1.5.5.2"), GSSCredential.ACCEPT_ONLY));
        });
    }

    public byte[] accept(GSSContext door, byte[] message) throws GSSException {
        return Subject.callAs(service, () -> door.acceptSecContext(message, 0, message.length));
    }

    /// Nobody answers for the realm any more, as where the VPN is off.
    void stop() throws KrbException, IOException {
        var configuration = Files.readString(folder.resolve("krb5.conf"));
        server.stop();
        untilRefused();
        Files.writeString(folder.resolve("krb5.conf"), configuration);
    }

    /// The server takes connections for a moment after it was stopped, and breaks them off.
    private void untilRefused() throws IOException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try (var late = new Socket("127.0.0.1", port)) {
                if (System.nanoTime() > end) {
                    throw new IOException("the server of the realm does not stop: " + late);
                }
                LockSupport.parkNanos(2_000_000);
            } catch (ConnectException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws org.apache.kerby.kerberos.kerb.KrbException {
        if (before == null) {
            System.clearProperty(CONFIGURATION);
        } else {
            System.setProperty(CONFIGURATION, before);
        }
        server.stop();
    }
}
