package dev.posthorn.ui.network;

import dev.posthorn.http.tls.SystemAuthorities;
import dev.posthorn.ui.kit.Background;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the network settings need of the window.
///
/// @param file        asks for one file, by the title of the question
/// @param files       asks for several
/// @param systemProxy what the system says of proxies, in a sentence; may block
/// @param authorities of the system; asking may block
public record NetworkServices(Background background, Function<String, Optional<Path>> file, Function<String, List<Path>> files, Supplier<String> systemProxy,
        SystemAuthorities authorities, Clock clock) {}
