package dev.posthorn.http;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import java.io.IOException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/// Says in words what a server means by an error code of HTTP/2 (RFC 9113 §7).
final class Http2Errors {

    private Http2Errors() {}

    static Failure reset(StreamResetException e, Target target) {
        return new BadAnswer.StreamReset(target.address(), e.errorCode.name(), meaning(e.errorCode));
    }

    /// True for what OkHttp's reader of frames could not make sense of: "FRAME_SIZE_ERROR: 16777215", "Header index too large 638". Those
    /// are bare `IOException`s, so it is told by who threw it.
    static boolean unread(IOException e) {
        return e.getClass() == IOException.class && e.getStackTrace().length > 0 && e.getStackTrace()[0].getClassName().startsWith("okhttp3.internal.http2.");
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
