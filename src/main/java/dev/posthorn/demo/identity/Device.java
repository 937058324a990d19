package dev.posthorn.demo.identity;

import java.time.Instant;
import java.util.List;

/// A device that waits until somebody types its code at a page (RFC 8628).
///
/// @param code     the device's own
/// @param userCode the one that is typed
/// @param login    null until somebody said yes
record Device(String code, String userCode, String client, List<String> asked, Instant expires, boolean denied, Login login, int polls) {

    Device polled() {
        return new Device(code, userCode, client, asked, expires, denied, login, polls + 1);
    }

    Device refused() {
        return new Device(code, userCode, client, asked, expires, true, null, polls);
    }

    Device granted(Login login) {
        return new Device(code, userCode, client, asked, expires, false, login, polls);
    }
}
