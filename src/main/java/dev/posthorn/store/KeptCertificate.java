package dev.posthorn.store;

import dev.posthorn.oauth.agent.OwnCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps the certificate of localhost, with its key, in a file that nobody but the user may read.
public record KeptCertificate(Home home) implements OwnCertificate.Kept {

    private static final long MOST = 1 << 20;

    @Override
    public Path file() {
        return home.loopbackCertificate();
    }

    @Override
    public Optional<byte[]> read() throws IOException {
        try {
            if (Files.size(file()) > MOST) {
                throw new IOException("it is larger than a certificate");
            }
            PrivateFiles.only(file());
            return Optional.of(Files.readAllBytes(file())).filter(pem -> pem.length > 0);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(byte[] pem) throws IOException {
        PrivateFiles.write(file(), pem);
    }
}
