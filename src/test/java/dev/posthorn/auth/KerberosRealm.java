package dev.posthorn.auth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
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

    public KerberosRealm(Path folder) throws Exception {
        this.folder = folder;
        server.setKdcHost("127.0.0.1");
        server.setKdcRealm(NAME);
        server.setKdcTcpPort(freePort());
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
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
    GSSContext door() throws GSSException {
        return Subject.callAs(service, () -> {
            var manager = GSSManager.getInstance();
            return manager.createContext(manager.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, new Oid("1.3.6.1.5.5.2"), GSSCredential.ACCEPT_ONLY));
        });
    }

    byte[] accept(GSSContext door, byte[] message) throws GSSException {
        return Subject.callAs(service, () -> door.acceptSecContext(message, 0, message.length));
    }

    /// Nobody answers for the realm any more, as where the VPN is off.
    void stop() throws KrbException {
        server.stop();
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
