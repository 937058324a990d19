package dev.posthorn.http.socket;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What client and server agreed on about compressing messages (RFC 7692).
///
/// @param agreed     false where messages travel as they are
/// @param keepOurs   whether what we sent before helps to compress what we send next
/// @param keepTheirs the same for the server's messages
/// @param send       false where the server wants a smaller window than Java can make: ours then go uncompressed, which is allowed
/// @param text       the server's header, empty for none
record Compression(boolean agreed, boolean keepOurs, boolean keepTheirs, boolean send, String text) {

    static final String NAME = "permessage-deflate";
    static final Compression OFF = new Compression(false, false, false, false, "");

    /// Reads the answer's Sec-WebSocket-Extensions lines.
    ///
    /// @param offered what the request offered, in its own lines
    static Compression of(List<String> answer, List<String> offered) throws Fault {
        var agreed = OFF;
        for (var extension : String.join(",", answer).split(",")) {
            var words = extension.strip().split(";");
            var name = words[0].strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            if (!name.equals(NAME) || offered.stream().noneMatch(o -> o.toLowerCase(Locale.ROOT).contains(NAME))) {
                throw new Fault(CloseCode.EXTENSION, "it uses the extension \"" + words[0].strip() + "\", which was not offered");
            }
            if (agreed.agreed()) {
                throw new Fault(CloseCode.EXTENSION, "it agrees to " + NAME + " twice");
            }
            agreed = parameters(words, extension.strip(), offered);
        }
        return agreed;
    }

    private static Compression parameters(String[] words, String text, List<String> offered) throws Fault {
        var seen = new HashSet<String>();
        var window = 15;
        for (var i = 1; i < words.length; i++) {
            var pair = words[i].strip().split("=", 2);
            var name = pair[0].strip().toLowerCase(Locale.ROOT);
            var value = pair.length < 2 ? "" : pair[1].strip().replace("\"", "");
            if (!seen.add(name) || !legal(name, value)) {
                throw new Fault(CloseCode.EXTENSION, "its answer about " + NAME + " has the bad parameter \"" + words[i].strip() + "\"");
            }
            if (name.equals("client_max_window_bits")) {
                if (offered.stream().noneMatch(o -> o.toLowerCase(Locale.ROOT).contains(name))) {
                    throw new Fault(CloseCode.EXTENSION, "it asks for client_max_window_bits, which was not offered");
                }
                window = Integer.parseInt(value);
            }
        }
        return new Compression(true, !seen.contains("client_no_context_takeover"), !seen.contains("server_no_context_takeover"), window == 15, text);
    }

    private static boolean legal(String name, String value) {
        return switch (name) {
            case "client_no_context_takeover", "server_no_context_takeover" -> value.isEmpty();
            case "client_max_window_bits", "server_max_window_bits" -> Set.of("8", "9", "10", "11", "12", "13", "14", "15").contains(value);
            default -> false;
        };
    }
}
