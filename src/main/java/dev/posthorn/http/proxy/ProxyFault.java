package dev.posthorn.http.proxy;

import dev.posthorn.model.BadProxy;
import java.io.IOException;

/// A proxy does not let us through; carries the words for the user.
public final class ProxyFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient BadProxy failure;

    public ProxyFault(BadProxy failure) {
        this(failure, null);
    }

    public ProxyFault(BadProxy failure, Throwable cause) {
        super(failure.sentence(), cause);
        this.failure = failure;
    }

    public BadProxy failure() {
        return failure;
    }
}
