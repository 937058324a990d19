package dev.posthorn.workbench;

import dev.posthorn.codegen.Content;
import dev.posthorn.codegen.Text;
import dev.posthorn.http.UrlText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The body of a request for code: a text, the fields of a form, or bytes where it is no text.
final class ContentText {

    private static final String FORM = "application/x-www-form-urlencoded";

    private ContentText() {}

    /// @param longest of what is written out; a longer body is named as a file
    /// @param cover   makes a text of what the body says, its secrets covered
    /// @param notes   hears that it is too long
    static Content of(byte[] bytes, String type, int longest, Function<String, Text> cover, Collection<String> notes) {
        if (bytes.length > longest) {
            var name = type.contains("json") ? "body.json" : type.contains("xml") ? "body.xml" : "body.txt";
            notes.add("The body has " + bytes.length / 1024 + " KB: save it as " + name + " beside this code.");
            return new Content.OfFile(Text.of(name));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new Content.Bytes(bytes);
        }
        var covered = cover.apply(text);
        return type.equals(FORM) ? form(covered) : new Content.Written(covered);
    }

    private static Content form(Text encoded) {
        var fields = new ArrayList<Content.Field>();
        for (var pair : split(encoded, '&')) {
            var halves = split(pair, '=');
            var name = halves.getFirst();
            var value = halves.size() < 2 ? Text.EMPTY : halves.subList(1, halves.size()).stream().reduce((a, b) -> a.and("=").and(b)).orElseThrow();
            fields.add(new Content.Field(decoded(name), decoded(value)));
        }
        return new Content.Form(fields, encoded);
    }

    private static Text decoded(Text text) {
        return new Text(text.pieces().stream().<Text.Piece>map(p -> p instanceof Text.Piece.Literal(var t) ? new Text.Piece.Literal(UrlText.decoded(t)) : p).toList());
    }

    private static List<Text> split(Text text, char at) {
        var out = new ArrayList<>(List.of(Text.EMPTY));
        for (var piece : text.pieces()) {
            switch (piece) {
                case Text.Piece.Slot slot -> out.set(out.size() - 1, out.getLast().and(new Text(List.of(slot))));
                case Text.Piece.Literal(var literal) -> {
                    var parts = literal.split(String.valueOf(at), -1);
                    out.set(out.size() - 1, out.getLast().and(parts[0]));
                    for (var i = 1; i < parts.length; i++) {
                        out.add(Text.of(parts[i]));
                    }
                }
            }
        }
        return out;
    }
}
