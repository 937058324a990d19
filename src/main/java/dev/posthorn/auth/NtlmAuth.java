package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.util.List;

/// Logs a connection in to a Windows server with name and password, by three messages (MS-NLMP, version 2 alone).
public final class NtlmAuth implements AuthType {

    @Override
    public String id() {
        return "ntlm";
    }

    @Override
    public String label() {
        return "NTLM Authentication";
    }

    @Override
    public String summary() {
        return "Logs in to a Windows server by three messages on one connection; the password is not sent.";
    }

    private static List<Field> login() {
        return List.of(new Field.Text("username", "Username", "", "DOMAIN\\user or user@domain, too"), new Field.Secret("password", "Password", ""),
                new Field.Flag("disableRetryRequest", "Do not answer the server's challenge", false));
    }

    private static List<Field> more() {
        return List.of(new Field.Text("domain", "Domain", "", ""), new Field.Text("workstation", "Workstation", "", "name of this computer"));
    }

    @Override
    public List<Field> fields() {
        return java.util.stream.Stream.concat(login().stream(), more().stream()).toList();
    }

    @Override
    public List<Section> form(Auth values) {
        return List.of(new Section("", login(), true), new Section("Advanced", more(), false));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new NtlmSigning(label(), values);
    }
}
