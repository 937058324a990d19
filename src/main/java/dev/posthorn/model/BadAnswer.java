package dev.posthorn.model;

import java.nio.file.Path;
import java.util.Locale;

/// What can be wrong with an answer: it broke a rule of HTTP, ended too early, is damaged, too large, or the disk did not take it.
public sealed interface BadAnswer extends Failure.OfAnswer {

    /// Most of these cannot be mended by anything that the user could set.
    @Override
    default Failure.Focus focus() {
        return Failure.Focus.NOWHERE;
    }

    /// `reason` is what the parser of the answer said.
    record Protocol(String authority, String reason) implements BadAnswer {
        @Override
        public String sentence() {
            return "The answer of " + authority + " breaks the rules of HTTP: " + reason + ".";
        }

        @Override
        public String advice() {
            return "Check that the port belongs to a web server; else the fault is in the server, or in something between it and you.";
        }

        @Override
        public Failure.Focus focus() {
            return Failure.Focus.URL;
        }
    }

    /// `limit` in bytes, of all header lines together.
    record HeadersTooLarge(String authority, long limit) implements BadAnswer {
        @Override
        public String sentence() {
            return "The headers of the answer of " + authority + " are larger than " + size(limit) + ", which is the most that is read here.";
        }

        @Override
        public String advice() {
            return "The server sends too many headers or too large ones: often a cookie that grows with each answer.";
        }
    }

    /// @param how       what became of the connection: "the server closed the connection"
    /// @param arrived   bytes of the body that came, as they are on the wire
    /// @param announced bytes that the head promised; negative where it gave no length
    record Truncated(String authority, String how, long arrived, long announced) implements BadAnswer {
        @Override
        public String sentence() {
            return "The answer of " + authority + " is not complete: " + how + " after " + size(arrived)
                    + (announced < 0 ? " of the body" : " of " + size(announced)) + ".";
        }

        @Override
        public String advice() {
            return "What arrived is kept. Send again; if it ends at the same place each time, the server or a proxy before it cuts it off.";
        }
    }

    /// The body says it is compressed, but its bytes are not that, or not all of it.
    record Damaged(String authority, String coding, String reason) implements BadAnswer {
        @Override
        public String sentence() {
            return "The answer of " + authority + " says it is compressed with " + coding + ", but its bytes are damaged: " + reason + ".";
        }

        @Override
        public String advice() {
            return "What could be read is kept. Switch the header Accept-Encoding off to get the answer uncompressed.";
        }

        @Override
        public Failure.Focus focus() {
            return Failure.Focus.HEADERS;
        }
    }

    /// The answer did not end before `limit` decoded bytes, the most that the workspace allows; these are kept.
    record TooLarge(long limit) implements BadAnswer {
        @Override
        public String sentence() {
            return "The answer is larger than " + size(limit) + ", the most that is kept of one answer.";
        }

        @Override
        public String advice() {
            return "The part up to there is kept. The limit can be raised in the network settings.";
        }

        @Override
        public Failure.Focus focus() {
            return Failure.Focus.NETWORK;
        }
    }

    /// Going on would have left less than `reserve` bytes of the disk free.
    record DiskNearlyFull(Path folder, long arrived, long reserve) implements BadAnswer {
        @Override
        public String sentence() {
            return "Stopped after " + size(arrived) + " of the answer: the disk of " + folder + " is nearly full, and its last " + size(reserve) + " are left alone.";
        }

        @Override
        public String advice() {
            return "What arrived is kept. Make room on the disk, or leave less of it free in the network settings.";
        }

        @Override
        public Failure.Focus focus() {
            return Failure.Focus.NETWORK;
        }
    }

    /// The disk did not take what came. `reason` is the system's word for it: "No space left on device".
    record NotStored(Path folder, long arrived, String reason) implements BadAnswer {
        @Override
        public String sentence() {
            return "The answer could not be kept: writing to " + folder + " failed after " + size(arrived) + ": " + reason + ".";
        }

        @Override
        public String advice() {
            return "What arrived before is kept. Make room on the disk, or check that the folder may be written to.";
        }
    }

    /// HTTP/2: the server gave up this one request, the connection stays (RFC 9113 §5.4.2). `code` as named in §7.
    record StreamReset(String authority, String code, String meaning) implements BadAnswer {
        @Override
        public String sentence() {
            return authority + " broke off this request (HTTP/2 " + code + "): " + meaning + ".";
        }

        @Override
        public String advice() {
            return code.equals("HTTP_1_1_REQUIRED") ? "Choose HTTP/1.1 in the Settings tab."
                    : "Send again; if it happens each time, look into the server's log, or choose HTTP/1.1 in the Settings tab.";
        }

        @Override
        public Failure.Focus focus() {
            return Failure.Focus.SETTINGS;
        }
    }

    /// "1 byte", "9,999 bytes", "12.5 MiB"; whole units without a fraction: "4 GiB".
    private static String size(long bytes) {
        if (bytes == 1) {
            return "1 byte";
        }
        if (bytes < 1 << 20) {
            return bytes >= 1 << 16 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : String.format(Locale.ROOT, "%,d bytes", bytes);
        }
        var giga = bytes >= Network.GIB;
        var unit = giga ? Network.GIB : 1L << 20;
        var name = giga ? " GiB" : " MiB";
        return bytes % unit == 0 ? bytes / unit + name : String.format(Locale.ROOT, "%.1f%s", (double) bytes / unit, name);
    }
}
