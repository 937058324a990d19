package dev.posthorn.demo;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks Signature Version 4 as AWS documents it ("Create a signed AWS API request"), in the headers or in the query.
final class AwsCheck {

    static final String ACCESS_KEY = "AKIDEXAMPLE";
    static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final Asked asked;
    private final boolean inQuery;
    private final Map<String, String> sent;

    private AwsCheck(Asked asked) {
        this.asked = asked;
        var query = Asked.decoded(asked.query()).stream().filter(p -> p.getKey().startsWith("X-Amz-")).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
        inQuery = query.containsKey("X-Amz-Signature");
        sent = inQuery ? query : header(asked.header("authorization"));
    }

    static Verdict of(Asked asked) throws GeneralSecurityException {
        return new AwsCheck(asked).verdict();
    }

    private static Map<String, String> header(String line) {
        var parts = new HashMap<String, String>();
        if (line.startsWith(ALGORITHM + " ")) {
            parts.put("X-Amz-Algorithm", ALGORITHM);
            Arrays.stream(line.substring(ALGORITHM.length()).split(",")).map(p -> p.strip().split("=", 2)).filter(p -> p.length == 2).forEach(p -> parts.put("X-Amz-" + p[0], p[1]));
        }
        return parts;
    }

    private Verdict verdict() throws GeneralSecurityException {
        if (!ALGORITHM.equals(sent.get("X-Amz-Algorithm")) || sent.get("X-Amz-Signature") == null) {
            return Verdict.refused("There is no signature of " + ALGORITHM + ", neither in Authorization nor in the query.");
        }
        var credential = sent.getOrDefault("X-Amz-Credential", "").split("/");
        if (credential.length != 5 || !credential[0].equals(ACCESS_KEY)) {
            return Verdict.refused("The credential must be " + ACCESS_KEY + "/date/region/service/aws4_request.");
        }
        var date = inQuery ? sent.getOrDefault("X-Amz-Date", "") : asked.header("x-amz-date");
        var late = late(date);
        if (!late.isEmpty()) {
            return Verdict.refused(late);
        }
        var bodyHash = HexFormat.of().formatHex(Asked.hash("SHA-256", asked.body()));
        var told = asked.header("x-amz-content-sha256");
        var unsigned = credential[3].equals("s3") && (inQuery || told.equals("UNSIGNED-PAYLOAD"));
        if (!unsigned && !told.isEmpty() && !told.equals(bodyHash)) {
            return new Verdict("X-Amz-Content-Sha256 is not the hash of the body.", Map.of("bodyHash", bodyHash));
        }
        if (credential[3].equals("s3") && !inQuery && told.isEmpty()) {
            return Verdict.refused("S3 wants the header X-Amz-Content-Sha256.");
        }
        var names = sent.getOrDefault("X-Amz-SignedHeaders", "").split(";");
        var naked = asked.headers().stream().map(Map.Entry::getKey).filter(n -> n.startsWith("x-amz-") || n.equals("host")).filter(n -> !Arrays.asList(names).contains(n)).findFirst();
        if (naked.isPresent()) {
            return Verdict.refused("The header " + naked.get() + " must be signed.");
        }
        var canonical = String.join("\n", asked.method(), path(credential[3]), query(), headers(names), String.join(";", names), unsigned ? "UNSIGNED-PAYLOAD" : bodyHash);
        var scope = String.join("/", Arrays.copyOfRange(credential, 1, 5));
        var toSign = String.join("\n", ALGORITHM, date, scope, HexFormat.of().formatHex(Asked.hash("SHA-256", Asked.bytes(canonical))));
        var key = Asked.bytes("AWS4" + SECRET_KEY);
        for (var part : scope.split("/")) {
            key = Asked.hmac("HmacSHA256", key, part);
        }
        var signature = HexFormat.of().formatHex(Asked.hmac("HmacSHA256", key, toSign));
        var computed = new LinkedHashMap<String, String>();
        computed.put("canonicalRequest", canonical);
        computed.put("stringToSign", toSign);
        computed.put("signature", signature);
        return Verdict.compared(sent.get("X-Amz-Signature"), signature, computed);
    }

    private String late(String date) {
        try {
            var made = LocalDateTime.parse(date, TIME).toInstant(ZoneOffset.UTC);
            var good = Duration.ofSeconds(Long.parseLong(sent.getOrDefault("X-Amz-Expires", "900")));
            var age = Duration.between(made, Instant.now());
            return age.compareTo(good) > 0 || age.compareTo(Duration.ofMinutes(-15)) < 0 ? "The signature is of " + date + ", which is not now." : "";
        } catch (DateTimeParseException | NumberFormatException e) {
            return "X-Amz-Date must look like 20150830T123600Z, and X-Amz-Expires be a number of seconds.";
        }
    }

    private String path(String service) {
        if (service.equals("s3")) {
            return Asked.encoded(Call.decoded(asked.path())).replace("%2F", "/");
        }
        var kept = new ArrayDeque<String>();
        for (var segment : asked.path().split("/")) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.add(Asked.encoded(segment));
            }
        }
        return "/" + String.join("/", kept) + (asked.path().endsWith("/") && !kept.isEmpty() ? "/" : "");
    }

    private String query() {
        return Asked.decoded(asked.query()).stream().filter(p -> !p.getKey().equals("X-Amz-Signature")).map(p -> List.of(Asked.encoded(p.getKey()), Asked.encoded(p.getValue())))
                .sorted((a, b) -> a.get(0).equals(b.get(0)) ? a.get(1).compareTo(b.get(1)) : a.get(0).compareTo(b.get(0))).map(p -> p.get(0) + "=" + p.get(1)).collect(Collectors.joining("&"));
    }

    private String headers(String[] names) {
        var lines = new ArrayList<String>();
        for (var name : names) {
            lines.add(name + ":" + asked.headers().stream().filter(h -> h.getKey().equals(name)).map(h -> h.getValue().strip().replaceAll("\\s+", " ")).collect(Collectors.joining(",")) + "\n");
        }
        return String.join("", lines);
    }
}
