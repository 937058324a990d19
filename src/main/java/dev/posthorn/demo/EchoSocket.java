package dev.posthorn.demo;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/// A WebSocket that sends back each message as it came.
public final class EchoSocket extends Session.Listener.Abstract {

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        session.demand();
    }

    @Override
    public void onWebSocketText(String message) {
        getSession().sendText(message, Callback.from(getSession()::demand, failure -> getSession().close(StatusCode.SERVER_ERROR, "", Callback.NOOP)));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        getSession().sendBinary(payload, Callback.from(() -> {
            callback.succeed();
            getSession().demand();
        }, callback::fail));
    }
}
