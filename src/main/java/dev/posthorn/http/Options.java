package dev.posthorn.http;

import java.time.Duration;
import java.util.Set;

/// The switches of one send, all levels merged; defaults are Postman's.
///
/// @param timeout      of the whole send; zero for none
/// @param switchedOff names in lower case of the automatic headers that are not wanted
public record Options(
        boolean followRedirects,
        int maxRedirects,
        boolean followOriginalMethod,
        boolean keepAuthorization,
        boolean verifyTls,
        boolean cookies,
        Duration timeout,
        Set<String> switchedOff) {

    public Options {
        switchedOff = Set.copyOf(switchedOff);
    }


    public static Options defaults() {
        return new Options(true, 10, false, false, true, true, Duration.ZERO, Set.of());
    }
}
