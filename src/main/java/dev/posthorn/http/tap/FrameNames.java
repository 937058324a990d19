package dev.posthorn.http.tap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The words for what stands in frames of HTTP/2 (RFC 9113 §6, §7).
final class FrameNames {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    static final int PADDED = 8;
    static final int PRIORITY = 0x20;

    private static final List<String> TYPES = List.of("DATA", "HEADERS", "PRIORITY", "RST_STREAM", "SETTINGS", "PUSH_PROMISE", "PING", "GOAWAY", "WINDOW_UPDATE", "CONTINUATION");
    private static final List<String> ERRORS = List.of("NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT", "STREAM_CLOSED",
            "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR", "CONNECT_ERROR", "ENHANCE_YOUR_CALM", "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED");
    private static final List<String> SETTING = List.of("", "HEADER_TABLE_SIZE", "ENABLE_PUSH", "MAX_CONCURRENT_STREAMS", "INITIAL_WINDOW_SIZE", "MAX_FRAME_SIZE",
            "MAX_HEADER_LIST_SIZE", "", "ENABLE_CONNECT_PROTOCOL", "NO_RFC7540_PRIORITIES");

    private FrameNames() {}

    static String type(int type) {
        return type < TYPES.size() ? TYPES.get(type) : "TYPE " + type;
    }

    static String flags(int type, int flags) {
        var words = new ArrayList<String>();
        if ((flags & 1) != 0 && (type == DATA || type == HEADERS)) {
            words.add("END_STREAM");
        }
        if ((flags & 1) != 0 && (type == SETTINGS || type == PING)) {
            words.add("ACK");
        }
        if ((flags & END_HEADERS) != 0 && (type == HEADERS || type == PUSH_PROMISE || type == CONTINUATION)) {
            words.add("END_HEADERS");
        }
        if ((flags & PADDED) != 0 && (type == DATA || type == HEADERS || type == PUSH_PROMISE)) {
            words.add("PADDED");
        }
        if ((flags & PRIORITY) != 0 && type == HEADERS) {
            words.add("PRIORITY");
        }
        return String.join(" ", words);
    }

    static String detail(int type, byte[] payload) {
        return switch (type) {
            case RST_STREAM -> payload.length < 4 ? "" : error(number(payload, 0));
            case GOAWAY -> payload.length < 8 ? "" : error(number(payload, 4)) + ", last stream " + (number(payload, 0) & 0x7fffffff) + said(payload);
            case WINDOW_UPDATE -> payload.length < 4 ? "" : "+" + (number(payload, 0) & 0x7fffffff);
            case SETTINGS -> settings(payload);
            default -> "";
        };
    }

    private static String said(byte[] goAway) {
        var text = new String(goAway, 8, goAway.length - 8, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ").strip();
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String settings(byte[] payload) {
        var words = new ArrayList<String>();
        for (var at = 0; at + 6 <= payload.length; at += 6) {
            var id = (payload[at] & 0xff) << 8 | payload[at + 1] & 0xff;
            words.add((id < SETTING.size() && !SETTING.get(id).isEmpty() ? SETTING.get(id) : "SETTING " + id) + "=" + (number(payload, at + 2) & 0xffffffffL));
        }
        return String.join(", ", words);
    }

    private static String error(int code) {
        return code >= 0 && code < ERRORS.size() ? ERRORS.get(code) : "error " + (code & 0xffffffffL);
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }
}
