package dev.posthorn.auth;

import dev.posthorn.auth.Field.Choice;
import dev.posthorn.auth.Field.Option;
import dev.posthorn.auth.Field.Secret;
import dev.posthorn.auth.Field.Text;
import dev.posthorn.model.Auth;
import java.util.List;

/// A login at Creatio with name and password: its cookies, the CSRF header and the server's session go along by themselves.
///
/// From Creatio's development guide, "Calling configuration services": one login serves all requests of a user at a site, and after it one request alone goes without
/// BPMSESSIONID.
public final class CreatioSessionAuth implements AuthType {

    public static final String ID = "creatioSession";
    static final String LABEL = "Creatio session";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public String summary() {
        return "Logs in to Creatio with user name and password, once for all requests, and sends the cookies of that session.";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Text("baseUrl", "Base URL", "", "https://mysite.creatio.com"), new Text("username", "User name", "", "Supervisor"), new Secret("password", "Password", ""),
                new Choice("platform", "Platform", "framework", List.of(new Option("framework", ".NET Framework: services below /0"), new Option("net", ".NET: services without /0"))),
                new Choice("csrf", "CSRF header", "automatic", List.of(new Option("automatic", "Automatic: where the login brings a BPMCSRF cookie"), new Option("always", "Always: nothing is sent without it"),
                        new Option("never", "Never"))));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new CreatioSigning(values, around.sessions());
    }
}
