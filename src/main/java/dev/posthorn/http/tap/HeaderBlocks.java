package dev.posthorn.http.tap;

import dev.posthorn.model.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// Puts header blocks together from HEADERS and CONTINUATION frames of one direction, and has them decoded in their order, without which the
/// next could not be (RFC 7541 §2.2).
final class HeaderBlocks {

    private final FrameLog.Decoder decoder;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream(256);
    private boolean lost;

    HeaderBlocks(FrameLog.Decoder decoder) {
        this.decoder = decoder;
    }

    /// Null where the block is not complete yet, or cannot be read.
    List<Header> frame(int type, int flags, byte[] payload) {
        var from = 0;
        var to = payload.length;
        if (type != FrameNames.CONTINUATION) {
            block.reset();
            if ((flags & FrameNames.PADDED) != 0 && to > 0) {
                to -= payload[0] & 0xff;
                from = 1;
            }
            from += type == FrameNames.PUSH_PROMISE ? 4 : (flags & FrameNames.PRIORITY) != 0 ? 5 : 0;
        }
        if (from <= to) {
            block.write(payload, from, to - from);
        }
        lost |= block.size() >= HeadBytes.LONGEST;
        if (lost || (flags & FrameNames.END_HEADERS) == 0) {
            return null;
        }
        try {
            return decoder.decode(block.toByteArray());
        } catch (IOException | RuntimeException e) {
            lost = true;
            return null;
        }
    }
}
