package dev.posthorn.http;

import dev.posthorn.http.tap.FrameLog;
import dev.posthorn.model.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.internal.http2.Hpack;
import okio.Buffer;

/// Unpacks the header blocks of one direction of an HTTP/2 connection a second time, beside OkHttp: it tells nobody of interim answers, and not
/// what it put on the wire itself.
final class HeaderUnpacking implements FrameLog.Decoder {

    /// The biggest table that OkHttp lets a packer use, and the one that both sides begin with (RFC 9113 §6.5.2), in bytes.
    private static final int BIGGEST = 16_384;
    private static final int FIRST = 4_096;

    private final Buffer block = new Buffer();
    private final Hpack.Reader reader = new Hpack.Reader(block, BIGGEST, FIRST);

    @Override
    public List<Header> decode(byte[] bytes) throws IOException {
        block.clear();
        block.write(bytes);
        reader.readHeaders();
        var headers = new ArrayList<Header>();
        for (var field : reader.getAndResetHeaderList()) {
            headers.add(new Header(field.name.utf8(), field.value.utf8()));
        }
        return headers;
    }
}
