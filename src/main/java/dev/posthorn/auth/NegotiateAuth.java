package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.util.ArrayList;
import java.util.List;

/// Shows a Kerberos ticket for the server (SPNEGO, RFC 4559): that of the logged-in user, or one got with a password or a keytab.
public final class NegotiateAuth implements AuthType {

    private static final Field CREDENTIAL = new Field.Choice("credential", "Log in with", "ticket", List.of(new Field.Option("ticket", "The ticket of the logged-in user"),
            new Field.Option("password", "User and password"), new Field.Option("keytab", "A keytab")));
    private static final Field PRINCIPAL = new Field.Text("principal", "User", "", "ann@EXAMPLE.COM");
    private static final Field PASSWORD = new Field.Secret("password", "Password", "");
    private static final Field KEYTAB = new Field.Text("keytab", "Keytab", "", "path of the file");
    private static final Field CACHE = new Field.Text("ticketCache", "Ticket cache", "", "path of the file; empty for the usual one");
    private static final List<Field> MORE = List.of(
            new Field.Text("spn", "Service (SPN)", "", "HTTP@host of the URL"),
            new Field.Flag("canonicalHost", "Take the host's canonical name from DNS", false),
            new Field.Flag("delegate", "Hand the ticket on to the server (delegation)", false),
            new Field.Flag("mutual", "Refuse a server that does not prove itself", false),
            new Field.Flag("atOnce", "Send before the server asks", false));

    @Override
    public String id() {
        return "negotiate";
    }

    @Override
    public String label() {
        return "Negotiate (Kerberos)";
    }

    @Override
    public String summary() {
        return "Shows the server a Kerberos ticket, by single sign-on or for a user of your choice.";
    }

    @Override
    public List<Field> fields() {
        var all = new ArrayList<>(List.of(CREDENTIAL, PRINCIPAL, PASSWORD, KEYTAB, CACHE));
        all.addAll(MORE);
        return all;
    }

    @Override
    public List<Section> form(Auth values) {
        var login = switch (values.text("credential")) {
            case "password" -> List.of(CREDENTIAL, PRINCIPAL, PASSWORD);
            case "keytab" -> List.of(CREDENTIAL, PRINCIPAL, KEYTAB);
            default -> List.of(CREDENTIAL);
        };
        var more = new ArrayList<>(MORE);
        if (login.size() == 1) {
            more.addFirst(PRINCIPAL);
            more.addFirst(CACHE);
        }
        return List.of(new Section("", login, true), new Section("Advanced", more, false));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new NegotiateSigning(label(), values, new Kerberos(label(), values, around.environment()));
    }
}
