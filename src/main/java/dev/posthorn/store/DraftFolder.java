package dev.posthorn.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The journals of unsaved edits in the data folder: each running program has one of its own, and takes over those that a crash left.
final class DraftFolder {

    /// How many programs may run at once.
    private static final int JOURNALS = 32;

    private final Path folder;
    private final DraftRecord form;
    private final Map<String, DraftEntry> recovered = new LinkedHashMap<>();
    private final List<FileChannel> taken = new ArrayList<>();
    private final List<Path> old = new ArrayList<>();
    private Path own;
    private FileChannel claim;
    private String note = "";

    private DraftFolder(Path folder, DraftRecord form) {
        this.folder = folder;
        this.form = form;
    }

    /// @param claim     held as long as the program runs; nobody else touches the journal meanwhile
    /// @param recovered what was found, by key; it is in the journal
    /// @param note      what could not be read, in a sentence; empty where all could
    record Claimed(Path file, Journal journal, FileChannel claim, Map<String, DraftEntry> recovered, String note) {}

    static Claimed claim(Path folder, DraftRecord form) throws IOException {
        var claiming = new DraftFolder(folder, form);
        try {
            return claiming.claim();
        } finally {
            for (var channel : claiming.taken) {
                channel.close();
            }
        }
    }

    private Claimed claim() throws IOException {
        PrivateFiles.folder(folder);
        for (var number = 1; number <= JOURNALS; number++) {
            var file = folder.resolve("journal-" + number);
            if (own == null || Files.exists(file)) {
                takeOver(file);
            }
        }
        if (own == null) {
            throw new IOException("too many programs use them");
        }
        var journal = new Journal(own);
        if (!recovered.isEmpty() || Files.exists(own)) {
            journal.replace(recovered.values().stream().map(e -> Journal.line(form.put(e))).toList());
        }
        for (var file : old) {
            Files.deleteIfExists(file);
        }
        if (note.isEmpty() && form.lostSecrets()) {
            note = "The values of some secrets among the unsaved edits could not be read; enter them again.";
        }
        return new Claimed(own, journal, claim, recovered, note);
    }

    private void takeOver(Path file) throws IOException {
        var channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            return;
        }
        recover(file);
        if (own == null) {
            own = file;
            claim = channel;
        } else {
            taken.add(channel);
            old.add(file);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void recover(Path file) throws IOException {
        var content = Journal.read(file);
        var strange = content.damaged();
        for (var record : content.records()) {
            var read = form.read(record);
            if (read == null) {
                strange = true;
            } else if (read.entry() == null) {
                recovered.remove(read.key());
            } else {
                recovered.put(read.key(), read.entry());
            }
        }
        if (strange) {
            note = "A part of the unsaved edits could not be read. What could be is back; the file itself was moved to " + AtomicFile.setAside(file) + ".";
        }
    }
}
