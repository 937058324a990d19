package dev.posthorn.http;

import java.time.Duration;

/// The switches of one send, all levels merged; defaults are Postman's.
///
/// @param timeout of the whole send; zero for none
public record Options(
        boolean followRedirects,
        int maxRedirects,
        boolean followOriginalMethod,
        boolean keepAuthorization,
        boolean verifyTls,
        boolean cookies,
        Duration timeout) {

    public static Options defaults() {
        return new Options(true, 10, false, false, true, true, Duration.ZERO);
    }
}
