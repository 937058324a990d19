package dev.posthorn.oauth.agent;

import java.net.URI;
import java.util.Optional;

/// Opens pages in a browser that is not ours.
public interface Browser {

    /// Why it could not be opened, as a sentence; empty where it was. Blocks for a few seconds at most.
    Optional<String> open(URI page);
}
