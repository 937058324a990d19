package dev.posthorn.http.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;

/// A socket that gets its connection from another one, which is there only after `connect`.
abstract class ForwardedSocket extends Socket {

    /// The connection, null before there is one.
    abstract Socket line();

    private Socket open() throws SocketException {
        var line = line();
        if (line == null) {
            throw new SocketException(isClosed() ? "Socket closed" : "Socket is not connected");
        }
        return line;
    }

    @Override
    public abstract void connect(SocketAddress endpoint, int timeout) throws IOException;

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void bind(SocketAddress address) throws IOException {
        throw new SocketException("the end here is chosen when the connection is made");
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return open().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return open().getOutputStream();
    }

    @Override
    public SocketChannel getChannel() {
        return null;
    }

    @Override
    public boolean isConnected() {
        return line() != null;
    }

    @Override
    public boolean isBound() {
        return line() != null;
    }

    @Override
    public boolean isInputShutdown() {
        return line() != null && line().isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return line() != null && line().isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        open().shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        open().shutdownOutput();
    }

    @Override
    public InetAddress getInetAddress() {
        return line() == null ? null : line().getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return line() == null ? null : line().getLocalAddress();
    }

    @Override
    public int getPort() {
        return line() == null ? 0 : line().getPort();
    }

    @Override
    public int getLocalPort() {
        return line() == null ? -1 : line().getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return line() == null ? null : line().getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return line() == null ? null : line().getLocalSocketAddress();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        if (line() != null) {
            line().setSoTimeout(millis);
        }
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return line() == null ? 0 : line().getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        if (line() != null) {
            line().setTcpNoDelay(on);
        }
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return open().getTcpNoDelay();
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        open().setKeepAlive(on);
    }

    @Override
    public boolean getKeepAlive() throws SocketException {
        return open().getKeepAlive();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        open().setSoLinger(on, seconds);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return open().getSoLinger();
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        open().setReceiveBufferSize(size);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return open().getReceiveBufferSize();
    }

    @Override
    public void setSendBufferSize(int size) throws SocketException {
        open().setSendBufferSize(size);
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return open().getSendBufferSize();
    }

    @Override
    public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        open().setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return open().getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return line() == null ? Set.of() : line().supportedOptions();
    }

    @Override
    public String toString() {
        return "Socket[" + (line() == null ? "not connected" : line().toString()) + "]";
    }
}
