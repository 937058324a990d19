package dev.posthorn.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;

/// The body of a request, taken apart by its Content-Type. Of one that is bigger than 4 MiB only the size is told.
///
/// @param data text of the body, or a `data:` URL where it is no text; empty for a form
/// @param json the parsed body, null where it is no JSON
record Received(String data, Object json, Map<String, List<String>> form, Map<String, List<Map<String, Object>>> files, long size) {

    private static final int LIMIT = 4 << 20;

    static Received of(Call call) throws IOException {
        try (var in = Content.Source.asInputStream(call.request())) {
            var bytes = in.readNBytes(LIMIT);
            var more = skip(in);
            if (more > 0) {
                return new Received("(" + (bytes.length + more) + " bytes, too many to echo)", null, Map.of(), Map.of(), bytes.length + more);
            }
            return parsed(call, bytes);
        }
    }

    private static long skip(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            total += n;
        }
        return total;
    }

    private static Received parsed(Call call, byte[] bytes) throws IOException {
        var type = call.header(HttpHeader.CONTENT_TYPE.asString());
        var kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/form-data")) {
            return multipart(MultiPart.extractBoundary(type), bytes);
        }
        if (kind.startsWith("application/x-www-form-urlencoded")) {
            return new Received("", null, Call.pairs(new String(bytes, StandardCharsets.UTF_8)), Map.of(), bytes.length);
        }
        return new Received(text(bytes), json(call, bytes), Map.of(), Map.of(), bytes.length);
    }

    private static Object json(Call call, byte[] bytes) throws IOException {
        try {
            return bytes.length == 0 ? null : call.mapper().readValue(bytes, Object.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Received multipart(String boundary, byte[] bytes) throws IOException {
        var form = new LinkedHashMap<String, List<String>>();
        var files = new LinkedHashMap<String, List<Map<String, Object>>>();
        if (boundary == null) {
            return new Received(text(bytes), null, form, files, bytes.length);
        }
        var parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxMemoryFileSize(LIMIT);
        var source = Content.Source.from(ByteBuffer.wrap(bytes));
        try (var parts = Blocker.<MultiPartFormData.Parts>blockWithPromise(promise -> parser.parse(source, promise))) {
            for (var part : parts) {
                var content = Content.Source.asInputStream(part.getContentSource()).readAllBytes();
                if (part.getFileName() == null) {
                    form.computeIfAbsent(part.getName(), n -> new ArrayList<>()).add(text(content));
                } else {
                    files.computeIfAbsent(part.getName(), n -> new ArrayList<>()).add(file(part, content));
                }
            }
        } catch (IOException | RuntimeException e) {
            return new Received(text(bytes), null, form, files, bytes.length);
        }
        return new Received("", null, form, files, bytes.length);
    }

    private static Map<String, Object> file(MultiPart.Part part, byte[] content) {
        var file = new LinkedHashMap<String, Object>();
        file.put("name", part.getFileName());
        file.put("contentType", part.getHeaders().get(HttpHeader.CONTENT_TYPE));
        file.put("size", content.length);
        file.put("content", text(content));
        return file;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(bytes);
        }
    }
}
