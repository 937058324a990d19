package dev.posthorn.http;

import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Offers HTTP/2 and nothing else to the server. OkHttp refuses a client whose versions do not include HTTP/1.1 and always names both in
/// ALPN (RFC 7301); this one strikes the others out on the way down.
final class Http2Socket extends SecureSocketAround {

    Http2Socket(SSLSocket inner) {
        super(inner);
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        parameters.setApplicationProtocols(Stream.of(parameters.getApplicationProtocols()).filter("h2"::equals).toArray(String[]::new));
        super.setSSLParameters(parameters);
    }
}
