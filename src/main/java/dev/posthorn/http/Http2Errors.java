package dev.posthorn.http;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/// Says in words what a server means by an error code of HTTP/2 (RFC 9113 §7).
final class Http2Errors {

    private Http2Errors() {}

    static Failure reset(StreamResetException e, Target target) {
        return new BadAnswer.StreamReset(target.address(), e.errorCode.name(), meaning(e.errorCode));
    }

    /// True for what OkHttp's reader of frames says of a bad one: "FRAME_SIZE_ERROR: 16777215".
    static boolean said(String message) {
        var name = message.split("[^A-Z0-9_]", 2)[0];
        for (var code : ErrorCode.values()) {
            if (code.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String meaning(ErrorCode code) {
        return switch (code) {
            case NO_ERROR -> "it needs no more of the request";
            case PROTOCOL_ERROR -> "one side found that the other broke a rule of HTTP/2";
            case INTERNAL_ERROR -> "it met an error of its own";
            case FLOW_CONTROL_ERROR -> "more was sent than the other side had room for";
            case SETTINGS_TIMEOUT -> "the settings of the connection were not acknowledged in time";
            case STREAM_CLOSED -> "something came for a request that was over already";
            case FRAME_SIZE_ERROR -> "a frame had a wrong size";
            case REFUSED_STREAM -> "it did not begin with the request; it may be sent again";
            case CANCEL -> "it does not want to go on with it";
            case COMPRESSION_ERROR -> "the compressed headers cannot be followed any more";
            case CONNECT_ERROR -> "the connection behind a CONNECT was lost";
            case ENHANCE_YOUR_CALM -> "it finds that too much is asked of it";
            case INADEQUATE_SECURITY -> "the secure connection is too weak for it";
            case HTTP_1_1_REQUIRED -> "it wants this request over HTTP/1.1";
        };
    }
}
