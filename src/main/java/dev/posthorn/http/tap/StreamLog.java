package dev.posthorn.http.tap;

import dev.posthorn.model.Header;
import java.util.ArrayList;
import java.util.List;

/// One exchange over HTTP/2: what its header blocks said, and the sizes of all.
///
/// @param sent         header block of the request; empty where it could not be read
/// @param answers      header blocks that came, the interim ones first, trailers last
/// @param sentBlock    bytes of the request's header block as it was packed on the wire
/// @param sentData     bytes of the request's body
/// @param receivedData bytes of the answer's body
/// @param sentAll      with all frames' heads
/// @param receivedAll  with all frames' heads
public record StreamLog(List<Header> sent, List<Block> answers, long sentBlock, long sentData, long receivedData, long sentAll, long receivedAll, List<Noted> frames) {

    public StreamLog {
        sent = List.copyOf(sent);
        answers = List.copyOf(answers);
        frames = List.copyOf(frames);
    }

    /// A header block that came.
    ///
    /// @param fields as decoded, `:status` first; empty where it could not be
    /// @param size   bytes on the wire
    /// @param at     when its last byte came, on the clock of `System.nanoTime`
    public record Block(List<Header> fields, long size, long at) {
        public Block {
            fields = List.copyOf(fields);
        }

        /// 0 for trailers.
        public int status() {
            try {
                return Header.first(fields, ":status").map(Integer::parseInt).orElse(0);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    /// A frame, or several alike in a row.
    public record Noted(long at, boolean sent, int type, int flags, int stream, int count, long length, String detail) {
        public String name() {
            return FrameNames.type(type);
        }

        public String flagNames() {
            return FrameNames.flags(type, flags);
        }

        private boolean like(boolean out, int otherType, int otherFlags, int otherStream) {
            return sent == out && type == otherType && flags == otherFlags && stream == otherStream
                    && (type == FrameNames.DATA || type == FrameNames.WINDOW_UPDATE || type == FrameNames.PING);
        }
    }

    /// A list of frames that stays short: the first ones of a stream, the last ones of the connection itself.
    static final class Notes {

        private static final int MOST = 300;

        private final List<Noted> list = new ArrayList<>();

        void add(boolean sent, int type, int flags, int stream, int length, byte[] payload) {
            if (!list.isEmpty() && list.getLast().like(sent, type, flags, stream)) {
                var last = list.removeLast();
                list.add(new Noted(last.at, sent, type, flags, stream, last.count + 1, last.length + length, ""));
            } else if (list.size() < MOST || stream == 0) {
                if (list.size() >= MOST) {
                    list.removeFirst();
                }
                list.add(new Noted(System.nanoTime(), sent, type, flags, stream, 1, length, FrameNames.detail(type, payload)));
            }
        }

        List<Noted> all() {
            return list;
        }
    }
}
