package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The token of a vendor's auth type: OAuth 2.0 with settings that the vendor's form stands for, and with the vendor's words where it goes wrong.
///
/// @param label   of the type, as it stands in sentences
/// @param missing labels of the fields that are empty and must not be
/// @param hint    what a finding means with this vendor: the same, or one with other advice
record VendorTokens(String label, List<String> missing, Auth settings, UnaryOperator<Finding> hint) {

    /// The id of a certain token; the form has no row for it, the list of tokens sets it.
    static final Field.Text LOGIN = new Field.Text("login", "Login", "", "the newest one");

    static List<String> missing(Auth values, Field... fields) {
        return Arrays.stream(fields).filter(f -> values.text(f.key()).isBlank()).map(Field::label).toList();
    }

    /// Takes over what has the same key in both forms.
    static void copy(Auth values, Map<String, Object> settings, String... keys) {
        for (var key : keys) {
            if (values.values().get(key) != null) {
                settings.put(key, values.values().get(key));
            }
        }
    }

    Signing signing(Surroundings around) {
        if (!missing.isEmpty()) {
            return Signing.adding(_ -> new Signed.GivenUp(new Failure.AuthRefused(label, String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " not filled in")));
        }
        var settled = AuthTypes.oauth(settings).orElse(settings);
        var inner = new OAuth2Signing(settled, around);
        return new Signing() {
            @Override
            public Signed sign(Wire wire) {
                var signed = inner.sign(wire);
                return signed instanceof Signed.GivenUp(var failure) ? new Signed.GivenUp(named(failure)) : signed;
            }

            @Override
            public Signed follow(Wire wire) {
                return inner.follow(wire);
            }

            @Override
            public Optional<Wire> again(Wire sent, Response answer) {
                return inner.again(sent, answer);
            }

            @Override
            public List<Working> notes() {
                return inner.notes();
            }
        };
    }

    private Failure named(Failure failure) {
        return switch (failure) {
            case BadLogin.Refused(_, var finding) -> new BadLogin.Refused(label, hint.apply(finding));
            case BadLogin.Needed _ -> new BadLogin.Needed(label);
            case BadLogin.Stopped(_, var reason) -> new BadLogin.Stopped(label, reason);
            default -> failure;
        };
    }

    /// The finding with the vendor's own advice.
    static Finding advised(Finding finding, String advice) {
        return new Finding(finding.fault(), finding.sentence(), advice, finding.mends());
    }
}
