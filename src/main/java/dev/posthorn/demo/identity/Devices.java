package dev.posthorn.demo.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Logins of devices without a browser (RFC 8628): the device asks, somebody types its code elsewhere, the device polls.
final class Devices {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ClientLogin logins;
    private final Clients clients;
    private final Ledger ledger;
    private final Counts counts;

    Devices(ClientLogin logins, Clients clients, Ledger ledger, Counts counts) {
        this.logins = logins;
        this.clients = clients;
        this.ledger = ledger;
        this.counts = counts;
    }

    /// The device authorization endpoint.
    Answer begun(Visit first) {
        counts.add("device");
        var visit = first;
        try {
            var claim = logins.claimed(visit);
            visit = clients.find(claim.id()).map(visit::with).orElse(visit);
            var client = logins.proven(visit, claim);
            if (visit.has(Fault.UNAUTHORIZED_CLIENT) || !client.grants().contains(Clients.DEVICE_CODE)) {
                throw new Refusal(400, "unauthorized_client", "The client " + client.id() + " may not log in devices.");
            }
            var device = new Device(ledger.fresh(), ledger.typeable(), client.id(), Scopes.asked(visit, client), ledger.now().plus(LIFE), false, null, 0);
            ledger.devices.put(device.code(), device);
            var fields = new LinkedHashMap<String, Object>();
            fields.put("device_code", device.code());
            fields.put("user_code", device.userCode());
            fields.put("verification_uri", visit.base() + "/activate");
            fields.put("verification_uri_complete", visit.base() + "/activate?user_code=" + device.userCode());
            fields.put("expires_in", LIFE.toSeconds());
            fields.put("interval", 1);
            return Answer.json(200, fields).unkept();
        } catch (Refusal e) {
            return TokenAnswers.bad(visit, e);
        }
    }

    /// One poll at the token endpoint.
    Login polled(Visit visit, Client client) throws Refusal {
        var code = visit.needed("device_code");
        var device = ledger.devices.change(code, Device::polled).filter(d -> d.client().equals(client.id()))
                .orElseThrow(() -> Refusal.grant("The device code is not known."));
        if (visit.has(Fault.SLOW_DOWN) && device.polls() <= visit.number(Fault.SLOW_DOWN)) {
            throw new Refusal(400, "slow_down", "The device polls too often.");
        }
        if (visit.has(Fault.DEVICE_EXPIRED) || !ledger.now().isBefore(device.expires())) {
            throw new Refusal(400, "expired_token", "The device code is expired.");
        }
        if (visit.has(Fault.DEVICE_DENIED) || device.denied()) {
            throw new Refusal(400, "access_denied", "The person said no.");
        }
        if (device.login() == null) {
            throw new Refusal(400, "authorization_pending", "Nobody has typed the code yet.");
        }
        ledger.devices.take(code);
        return device.login();
    }

    /// The device that waits with this code; letter case and the hyphen do not matter.
    Optional<Device> waiting(String userCode) {
        var plain = plain(userCode);
        return ledger.devices.all().stream().filter(d -> plain(d.userCode()).equals(plain) && !d.denied() && d.login() == null && ledger.now().isBefore(d.expires())).findFirst();
    }

    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    /// Somebody said yes.
    boolean approve(String userCode, String user, List<String> scopes) {
        var device = waiting(userCode);
        device.ifPresent(d -> ledger.devices.change(d.code(),
                now -> now.granted(new Login(d.client(), user, d.asked(), d.asked().stream().filter(scopes::contains).toList(), "", List.of(), false, false, ledger.now()))));
        return device.isPresent();
    }

    boolean deny(String userCode) {
        var device = waiting(userCode);
        device.ifPresent(d -> ledger.devices.change(d.code(), Device::refused));
        return device.isPresent();
    }
}
