package dev.posthorn.http.socket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The first bytes of a frame that a server sent, checked by RFC 6455 §5.2.
///
/// @param packed whether the bit is set by which permessage-deflate marks the first frame of a compressed message
record FrameHead(boolean last, boolean packed, int opcode, long length) {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    boolean control() {
        return opcode >= CLOSE;
    }

    /// @param mayBePacked whether permessage-deflate was agreed on
    static FrameHead read(InputStream in, boolean mayBePacked) throws IOException {
        var first = in.read();
        if (first < 0) {
            throw new EOFException();
        }
        var second = octet(in);
        var opcode = first & 15;
        var head = new FrameHead((first & 0x80) != 0, (first & 0x40) != 0, opcode, second & 0x7f);
        if ((first & 0x30) != 0 || head.packed && (!mayBePacked || opcode != TEXT && opcode != BINARY)) {
            throw new Fault(CloseCode.PROTOCOL, "a frame has a reserved bit set that no agreed extension uses");
        }
        if (opcode > BINARY && opcode < CLOSE || opcode > PONG) {
            throw new Fault(CloseCode.PROTOCOL, "a frame has the unknown type " + opcode);
        }
        if ((second & 0x80) != 0) {
            throw new Fault(CloseCode.PROTOCOL, "a frame is masked, which only those of a client are");
        }
        if (head.control() && !head.last) {
            throw new Fault(CloseCode.PROTOCOL, "a control frame is fragmented");
        }
        if (head.control() && head.length > 125) {
            throw new Fault(CloseCode.PROTOCOL, "a control frame is longer than 125 bytes");
        }
        return head.length < 126 ? head : new FrameHead(head.last, head.packed, opcode, extended(in, head.length == 126 ? 2 : 8));
    }

    private static long extended(InputStream in, int octets) throws IOException {
        var length = 0L;
        for (var i = 0; i < octets; i++) {
            length = length << 8 | octet(in);
        }
        if (length < 0) {
            throw new Fault(CloseCode.PROTOCOL, "a frame says it is longer than any frame can be");
        }
        if (length < (octets == 2 ? 126 : 65_536)) {
            throw new Fault(CloseCode.PROTOCOL, "a frame's length is not written in the shortest way");
        }
        return length;
    }

    private static int octet(InputStream in) throws IOException {
        var b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }
}
