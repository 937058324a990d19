package dev.posthorn.http.proxy;

import dev.posthorn.auth.Challenge;
import dev.posthorn.auth.Digest;
import dev.posthorn.auth.Ntlm;
import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Header;
import dev.posthorn.model.Network;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One login at a proxy: what to say first, and what to say to each 407.
///
/// 1. The strongest that the proxy offers: NTLM, then Digest, then Basic.
/// 2. A credential that was refused is not sent again, also not by a weaker scheme.
/// 3. NTLM takes three messages on one connection: `onOneConnection` is true while it is under way.
public final class ProxyLogin {

    private final Network.Proxy proxy;
    private final Logins memory;
    private String said = "";
    private boolean guessed;
    private boolean greeted;

    ProxyLogin(Network.Proxy proxy, Logins memory) {
        this.proxy = proxy;
        this.memory = memory;
    }

    /// What is sent before the proxy has asked, where it asked before; empty the first time.
    public Optional<String> opening(String method, String uri) {
        if (proxy.user().isEmpty()) {
            return Optional.empty();
        }
        var known = memory.known(proxy);
        guessed = known.isPresent();
        return known.map(scheme -> said(scheme, method, uri));
    }

    private String said(Logins.Scheme scheme, String method, String uri) {
        return switch (scheme) {
            case Logins.Scheme.Basic _ -> {
                said = "Basic";
                var pair = proxy.user() + ":" + proxy.password();
                yield "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            }
            case Logins.Scheme.Hashed(var digest) -> {
                said = "Digest";
                yield digest.authorization(new Digest.Answer(proxy.user(), proxy.password(), method, uri, new byte[0], memory.cnonce(), memory.count(proxy, digest)));
            }
            case Logins.Scheme.Messages _ -> {
                said = "NTLM";
                greeted = true;
                yield "NTLM " + Ntlm.negotiate();
            }
        };
    }

    /// What to send after this 407.
    public String answer(List<Header> headers, String method, String uri) throws ProxyFault {
        var challenges = Challenge.parse(headers.stream().filter(h -> h.is("Proxy-Authenticate")).map(Header::value).toList());
        var offered = challenges.stream().map(Challenge::scheme).distinct().toList();
        if (proxy.user().isEmpty()) {
            throw new ProxyFault(new BadProxy.WantsLogin(proxy.toString(), offered));
        }
        if (greeted) {
            greeted = false;
            var message = challenges.stream().filter(c -> c.is("NTLM") && !c.token().isEmpty()).findFirst();
            if (message.isPresent()) {
                return third(message.get());
            }
            // The connection was another one than we thought, or NTLM is offered no more: begin anew, once.
            if (guessed) {
                said = "";
            }
        }
        var digest = Digest.strongest(challenges);
        if (!said.isEmpty() && !(said.equals("Digest") && digest.isPresent() && (digest.get().stale() || guessed))) {
            memory.forget(proxy);
            throw new ProxyFault(new BadProxy.LoginRefused(proxy.toString(), proxy.user(), said));
        }
        guessed = false;
        var scheme = challenges.stream().anyMatch(c -> c.is("NTLM")) ? new Logins.Scheme.Messages()
                : digest.isPresent() ? new Logins.Scheme.Hashed(digest.get())
                : challenges.stream().anyMatch(c -> c.is("Basic")) ? new Logins.Scheme.Basic() : null;
        if (scheme == null) {
            throw new ProxyFault(new BadProxy.UnknownLogin(proxy.toString(), offered));
        }
        memory.remember(proxy, scheme);
        return said(scheme, method, uri);
    }

    private String third(Challenge message) throws ProxyFault {
        try {
            return "NTLM " + Ntlm.authenticate(message.token(), Ntlm.Account.of(proxy.user(), proxy.password()));
        } catch (Ntlm.Unreadable e) {
            throw new ProxyFault(new BadProxy.Strange(proxy.toString(), "its NTLM message cannot be read (" + e.getMessage() + ")"), e);
        }
    }

    /// True where the connections matter: the next request must go out on the very one that brought the last 407.
    public boolean onOneConnection() {
        return said.equals("NTLM");
    }

    /// True where the proxy's message is answered by what is to be sent now.
    boolean midway() {
        return said.equals("NTLM") && !greeted;
    }
}
