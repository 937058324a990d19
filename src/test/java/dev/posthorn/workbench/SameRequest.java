package dev.posthorn.workbench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A request that arrived, as a text that two clients must agree on: without the headers that every client makes for itself, names in small letters, a multipart form taken apart.
final class SameRequest {

    private static final Set<String> OF_THE_CLIENT = Set.of("user-agent", "accept", "cache-control", "posthorn-token", "accept-encoding", "connection", "content-length", "transfer-encoding",
            "accept-language", "sec-fetch-mode", "upgrade", "http2-settings", "keep-alive", "expect");
    private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("; filename=\"([^\"]*)\"");

    private SameRequest() {}

    /// @param own headers that the request itself has, in small letters
    static String of(RecordingServer.Arrived arrived, Set<String> own) {
        var type = arrived.header("Content-Type").orElse("");
        var multipart = type.toLowerCase(Locale.ROOT).startsWith("multipart/") && type.contains("boundary=");
        var headers = arrived.headers().stream().filter(h -> own.contains(h[0].toLowerCase(Locale.ROOT)) || !OF_THE_CLIENT.contains(h[0].toLowerCase(Locale.ROOT)))
                .map(h -> h[0].toLowerCase(Locale.ROOT) + ": " + (multipart && h[0].equalsIgnoreCase("Content-Type") ? h[1].replaceAll("boundary=.*", "boundary") : h[0].equalsIgnoreCase("Host") ? h[1].toLowerCase(Locale.ROOT) : h[1]))
                .sorted(Comparator.comparing(line -> line.substring(0, line.indexOf(':')))).collect(Collectors.joining("\n"));
        return arrived.method() + " " + arrived.target() + "\n" + headers.replaceFirst("(?m)^(authorization: Digest) .*", "$1") + "\n\n" + (multipart ? parts(latin(arrived.body()), type) : latin(arrived.body()));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String parts(String body, String type) {
        var boundary = "--" + type.replaceAll(".*boundary=\"?([^\";]*)\"?.*", "$1");
        var out = new ArrayList<String>();
        for (var part : List.of(("\r\n" + body).split(Pattern.quote("\r\n" + boundary))).stream().skip(1).toList()) {
            if (part.startsWith("--")) {
                break;
            }
            var end = part.indexOf("\r\n\r\n");
            var head = part.substring(0, end);
            out.add("[" + found(NAME, head) + "] [" + found(FILE, head) + "] [" + head.lines().filter(l -> l.toLowerCase(Locale.ROOT).startsWith("content-type:")).map(l -> l.substring(13).strip())
                    .collect(Collectors.joining()) + "]\n" + part.substring(end + 4));
        }
        return String.join("\n--\n", out);
    }

    private static String found(Pattern pattern, String head) {
        var found = pattern.matcher(head);
        return found.find() ? found.group(1) : "none";
    }
}
