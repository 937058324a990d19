package dev.posthorn.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file name that every system takes and that nothing in the folder has yet.
final class FreeName {

    /// Names that Windows keeps for devices (Microsoft's "Naming Files, Paths, and Namespaces").
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int BYTES = 120;

    private FreeName() {}

    /// @param ending with its dot; "" for a folder
    static Path of(Path folder, String name, String ending) {
        var safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip().replaceFirst("[. ]+$", "").replaceFirst("^\\.+", "");
        while (safe.getBytes(StandardCharsets.UTF_8).length > BYTES) {
            safe = safe.substring(0, safe.offsetByCodePoints(safe.length(), -1));
        }
        if (safe.isBlank() || DEVICE.matcher(safe.toLowerCase(Locale.ROOT)).matches()) {
            safe = safe.isBlank() ? "Unnamed" : safe + "_";
        }
        var file = folder.resolve(safe + ending);
        for (var number = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); number++) {
            file = folder.resolve(safe + " " + number + ending);
        }
        return file;
    }
}
