package dev.posthorn.http.tap;

import dev.posthorn.model.Header;
import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One exchange over HTTP/1 as it was on the wire: heads byte for byte, the size of everything, never a body.
///
/// 1. Interim answers (1xx) are kept here and not handed on: OkHttp passes over them without a word, and takes one that comes before the 100 which it
///    waits for to be the answer, so that the body never goes. Only that 100 goes through.
/// 2. Where that 100 does not come within a second, the body goes without it, as RFC 9110 §10.1.1 demands and curl does; see `TapInput`.
/// 3. What is kept is bounded: a head of 320 KiB, and the first interim answers.
public final class Tape {

    /// More interim answers than any server has to give; then the exchange is broken off.
    static final int MOST_INTERIM = 100;

    private static final byte[] NOTHING = {};
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final boolean toHead;
    private boolean awaits100;
    private final HeadBytes request = new HeadBytes();
    private final HeadBytes answer = new HeadBytes();
    private final List<AnswerHead> interim = new ArrayList<>();
    private AnswerHead last;
    private Framing framing;
    private boolean passing;
    private long headStart;
    private long sent;
    private long received;

    /// @param toHead    true where the request's method is HEAD
    /// @param awaits100 true where the request expects a 100 before its body goes
    Tape(boolean toHead, boolean awaits100) {
        this.toHead = toHead;
        this.awaits100 = awaits100;
    }

    synchronized void sent(byte[] bytes, int offset, int length) {
        sent += length;
        if (!request.complete() && !request.tooLong()) {
            request.take(bytes, offset, length);
        }
    }

    /// Takes note of what came and returns what is to be read of it: null for all of it as it is, nothing while a head is not complete.
    synchronized byte[] received(byte[] bytes, int offset, int length) throws ProtocolException {
        received += length;
        if (framing != null) {
            framing.pass(bytes, offset, length);
            return null;
        }
        return passing ? null : heads(bytes, offset, length);
    }

    private byte[] heads(byte[] bytes, int offset, int length) throws ProtocolException {
        var fresh = answer.size() == 0;
        var through = new ByteArrayOutputStream(0);
        var end = offset + length;
        var at = offset;
        while (at < end) {
            headStart = answer.size() == 0 ? System.nanoTime() : headStart;
            at += answer.take(bytes, at, end - at);
            if (answer.tooLong() || answer.foreign()) {
                passing = true;
                break;
            }
            if (!answer.complete()) {
                return through.size() == 0 ? NOTHING : through.toByteArray();
            }
            var head = AnswerHead.parse(answer.text(), headStart, System.nanoTime());
            if (head == null || !head.interim()) {
                return whole(head, fresh, through, bytes, at, end);
            }
            keep(head, through);
            fresh = false;
        }
        if (passing) {
            through.writeBytes(answer.copy());
            through.write(bytes, at, end - at);
        }
        return through.toByteArray();
    }

    private void keep(AnswerHead head, ByteArrayOutputStream through) throws ProtocolException {
        if (interim.size() == MOST_INTERIM) {
            throw new ProtocolException("more than " + MOST_INTERIM + " interim answers (1xx) came before the answer");
        }
        interim.add(head);
        if (head.status() == 100 && awaits100) {
            awaits100 = false;
            through.writeBytes(answer.copy());
        }
        answer.clear();
    }

    private byte[] whole(AnswerHead head, boolean fresh, ByteArrayOutputStream through, byte[] bytes, int at, int end) {
        last = head;
        passing = true;
        if (head != null) {
            framing = Framing.of(head, toHead);
            framing.pass(bytes, at, end - at);
        }
        var soft = head == null ? null : Softened.of(head);
        if (soft == null && fresh) {
            return null;
        }
        through.writeBytes(soft == null ? answer.copy() : soft);
        through.write(bytes, at, end - at);
        return through.toByteArray();
    }

    /// Whether the body still waits for a 100.
    synchronized boolean awaits100() {
        return awaits100 && last == null && !passing;
    }

    /// What lets the body go where no 100 came in time. It is no part of the record, and a 100 that comes later is one.
    synchronized byte[] goOn() {
        awaits100 = false;
        return GO_ON;
    }

    /// What was held back of a head that will not be completed.
    synchronized byte[] unfinished() {
        if (passing || answer.size() == 0) {
            return NOTHING;
        }
        passing = true;
        return answer.copy();
    }

    /// The head of the request with its line ends, a byte a character; empty where nothing was sent.
    public synchronized String requestHead() {
        return request.text();
    }

    public synchronized int requestHeadSize() {
        return request.size();
    }

    /// All heads that came, interim ones first, also one that broke off.
    public synchronized String answerHeads() {
        var text = new StringBuilder();
        interim.forEach(head -> text.append(head.text()));
        return text.append(answer.text()).toString();
    }

    /// The head of the answer; null where none came, or what came is not HTTP.
    public synchronized AnswerHead head() {
        return last;
    }

    public synchronized List<AnswerHead> interim() {
        return List.copyOf(interim);
    }

    public synchronized List<Header> trailers() {
        return framing == null ? List.of() : framing.trailers();
    }

    /// Bytes that came after the end that the head had announced.
    public synchronized long after() {
        return framing == null ? 0 : framing.after();
    }

    /// True where a chunk of the answer goes on after the end that its size gave it.
    public synchronized boolean overran() {
        return framing != null && framing.overran();
    }

    /// All bytes that went out: head, body and its framing.
    public synchronized long sent() {
        return sent;
    }

    /// All bytes that came, interim heads and trailers too.
    public synchronized long received() {
        return received;
    }
}
