package dev.posthorn.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a valid JSON array of any size as fast as the connection takes it, one record at a time.
final class LargeJson {

    private static final String COMPACT = """
            {"id":0000000000,"name":"Horn 0000000000","tone":"B flat","price":1249.90,"played":true,"owner":null,"tags":["brass","post","größe"],\
            "maker":{"town":"Markneukirchen","since":1677,"note":"said \\"the best\\""}}""";
    private static final String PRETTY = """
              {
                "id": 0000000000,
                "name": "Horn 0000000000",
                "tone": "B flat",
                "price": 1249.90,
                "played": true,
                "owner": null,
                "tags": ["brass", "post", "größe"],
                "maker": {
                  "town": "Markneukirchen",
                  "since": 1677,
                  "note": "said \\"the best\\""
                }
              }""";

    private LargeJson() {}

    static void answer(Call call) throws Exception {
        var bytes = Call.number("mb", call.parameter("mb", "100"), 1, 10_240) << 20;
        var pretty = Boolean.parseBoolean(call.parameter("pretty", "false"));
        var oneLine = call.parameter("lines", "").equals("one") && !pretty;
        try (var out = call.stream("application/json")) {
            write(out, bytes, pretty ? PRETTY.indent(2).stripTrailing() : COMPACT, oneLine ? "," : ",\n", oneLine ? "" : "\n");
        }
    }

    /// Writes at least `bytes` bytes: whole records until they are reached.
    private static void write(OutputStream out, long bytes, String template, String between, String after) throws IOException {
        var record = (template + between).getBytes(StandardCharsets.UTF_8);
        var number = template.indexOf("0000000000");
        var name = template.indexOf("0000000000", number + 10);
        out.write(("[" + after).getBytes(StandardCharsets.UTF_8));
        var written = 0L;
        for (var id = 1L; written + record.length < bytes; id++) {
            digits(record, number, id, '1');
            digits(record, name, id, '0');
            out.write(record);
            written += record.length;
        }
        digits(record, number, 0, '1');
        digits(record, name, 0, '0');
        out.write(record, 0, record.length - between.length());
        out.write((after + "]").getBytes(StandardCharsets.UTF_8));
    }

    /// Ten digits; the first one is fixed, since a JSON number cannot begin with zero.
    private static void digits(byte[] record, int at, long id, char first) {
        var rest = id;
        for (var i = 9; i > 0; i--) {
            record[at + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        record[at] = (byte) first;
    }
}
