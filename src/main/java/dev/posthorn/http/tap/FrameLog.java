package dev.posthorn.http.tap;

import dev.posthorn.model.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The frames of one connection of HTTP/2, by stream. Bodies are counted and not kept.
///
/// A stream is kept until somebody takes it; of those that nobody takes the oldest are forgotten.
public final class FrameLog {

    /// Unpacks header blocks, in the order in which they came (RFC 7541).
    public interface Decoder {
        List<Header> decode(byte[] block) throws IOException;
    }

    private static final int MOST_STREAMS = 200;

    private final FrameScanner out;
    private final FrameScanner in;
    private final HeaderBlocks outBlocks;
    private final HeaderBlocks inBlocks;
    private final Map<Integer, Open> streams = new LinkedHashMap<>();
    private StreamLog.Notes connection = new StreamLog.Notes();

    /// What is known of a stream up to now.
    private static final class Open {
        private final StreamLog.Notes notes = new StreamLog.Notes();
        private final List<StreamLog.Block> answers = new ArrayList<>();
        private List<Header> sent = List.of();
        private long sentBlock;
        private long sentData;
        private long receivedBlock;
        private long receivedData;
        private long sentAll;
        private long receivedAll;
    }

    FrameLog(Decoder sent, Decoder received) {
        outBlocks = new HeaderBlocks(sent);
        inBlocks = new HeaderBlocks(received);
        out = new FrameScanner((type, flags, stream, length, payload) -> frame(true, type, flags, stream, length, payload));
        in = new FrameScanner((type, flags, stream, length, payload) -> frame(false, type, flags, stream, length, payload));
    }

    synchronized void sent(byte[] bytes, int offset, int length) {
        out.scan(bytes, offset, length);
    }

    synchronized void received(byte[] bytes, int offset, int length) {
        in.scan(bytes, offset, length);
    }

    /// True where the server answered our preface in HTTP/1.
    public synchronized boolean answeredInHttp1() {
        return in.http1();
    }

    private void frame(boolean sent, int type, int flags, int stream, int length, byte[] payload) {
        if (stream == 0) {
            connection.add(sent, type, flags, stream, length, payload);
            return;
        }
        var open = streams.get(stream);
        if (open == null && sent && type == FrameNames.HEADERS) {
            open = new Open();
            streams.put(stream, open);
            if (streams.size() > MOST_STREAMS) {
                streams.remove(streams.keySet().iterator().next());
            }
        }
        var block = blocks(sent, type, flags, payload);
        if (open != null) {
            open.notes.add(sent, type, flags, stream, length, payload);
            count(open, sent, type, flags, length, block);
        }
    }

    /// Also of streams that nobody follows: the packing of the next block builds upon it.
    private List<Header> blocks(boolean sent, int type, int flags, byte[] payload) {
        return switch (type) {
            case FrameNames.HEADERS, FrameNames.CONTINUATION, FrameNames.PUSH_PROMISE -> (sent ? outBlocks : inBlocks).frame(type, flags, payload);
            default -> null;
        };
    }

    private static void count(Open open, boolean sent, int type, int flags, int length, List<Header> block) {
        if (sent) {
            open.sentAll += length + 9L;
        } else {
            open.receivedAll += length + 9L;
        }
        if (type == FrameNames.DATA) {
            open.sentData += sent ? length : 0;
            open.receivedData += sent ? 0 : length;
        } else if (type == FrameNames.HEADERS || type == FrameNames.CONTINUATION) {
            blockSeen(open, sent, flags, length, block);
        }
    }

    private static void blockSeen(Open open, boolean sent, int flags, int length, List<Header> block) {
        if (sent) {
            open.sentBlock += length;
            open.sent = block == null || !open.sent.isEmpty() ? open.sent : block;
            return;
        }
        open.receivedBlock += length;
        if ((flags & FrameNames.END_HEADERS) != 0) {
            if (open.answers.size() < Tape.MOST_INTERIM) {
                open.answers.add(new StreamLog.Block(block == null ? List.of() : block, open.receivedBlock, System.nanoTime()));
            }
            open.receivedBlock = 0;
        }
    }

    /// What went over that stream, with what happened meanwhile on the connection itself; null where nothing did. It is forgotten here.
    ///
    /// @param since when the exchange began, on the clock of `System.nanoTime`
    /// @param fresh true where the connection was opened for it: then its first frames belong to it too
    public synchronized StreamLog take(int stream, long since, boolean fresh) {
        var open = streams.remove(stream);
        if (open == null) {
            return null;
        }
        var frames = new ArrayList<>(open.notes.all());
        connection.all().stream().filter(note -> fresh || note.at() - since >= 0).forEach(frames::add);
        frames.sort(Comparator.comparingLong(StreamLog.Noted::at));
        if (streams.isEmpty()) {
            connection = new StreamLog.Notes();
        }
        return new StreamLog(open.sent, open.answers, open.sentBlock, open.sentData, open.receivedData, open.sentAll, open.receivedAll, frames);
    }
}
