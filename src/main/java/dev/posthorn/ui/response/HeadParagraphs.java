package dev.posthorn.ui.response;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The lines of a raw head. Bytes beyond ASCII are shown as UTF-8 where a line's bytes are that, else as ISO 8859-1.
final class HeadParagraphs implements Paragraphs {

    private static final int LONGEST = 2_000;

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final int lines;

    /// @param head a byte a character
    HeadParagraphs(String head) {
        var number = 0;
        for (var line : head.isEmpty() ? new String[0] : head.split("\r?\n", -1)) {
            number++;
            var text = readable(line);
            for (var from = 0; from == 0 || from < text.length(); from += LONGEST) {
                paragraphs.add(new Paragraph(text.substring(from, Math.min(text.length(), from + LONGEST)), List.of(), from == 0 ? number : 0, from > 0));
            }
        }
        if (number > 1 && paragraphs.getLast().text().isEmpty()) {
            paragraphs.removeLast();
            number--;
        }
        lines = number;
    }

    static String readable(String bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    @Override
    public long count() {
        return paragraphs.size();
    }

    @Override
    public long lines() {
        return lines;
    }

    @Override
    public Paragraph at(long number) {
        return number < paragraphs.size() ? paragraphs.get((int) number) : new Paragraph("", List.of(), 0, false);
    }
}
