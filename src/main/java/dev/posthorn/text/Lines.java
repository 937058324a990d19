package dev.posthorn.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lines of a UTF-8 text of any size, found again by number without keeping the text in memory.
///
/// 1. A line of more than 2,000 chars is several paragraphs; the view shows paragraphs, the gutter shows lines.
/// 2. `index` walks once over the source and remembers a place about every 16 KB: 50 million lines cost a few MB of heap.
/// 3. What is indexed can be read at once, from any thread, while the walk goes on.
public final class Lines {

    private static final int STRIDE = 16 * 1024;
    private static final int BUFFER = 128 * 1024;
    private static final int CACHED_PAGES = 24;
    private static final int COLUMNS = 3;

    /// How far the walk is: paragraphs and lines so far, and the bytes they take.
    public record Extent(long paragraphs, long lines, long bytes, boolean complete) {}

    /// One paragraph: `line` is its 1-based line number; `continued` where it goes on with a line that began before it.
    public record Paragraph(String text, long line, boolean continued) {}

    /// Neighbouring paragraphs that are read together; `first` is the number of the first one, from 0.
    public record Page(long first, List<Paragraph> paragraphs, long end) {}

    private final Source source;
    private final Map<Integer, Page> pages = new LinkedHashMap<>(CACHED_PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Page> eldest) {
            return size() > CACHED_PAGES;
        }
    };

    /// Rows of offset, paragraph and line; a line that the paragraph only continues is negative.
    private volatile long[] places = new long[64 * COLUMNS];
    private volatile int known;
    private volatile Extent extent = new Extent(0, 0, 0, false);

    public Lines(Source source) {
        this.source = source;
    }

    /// All of a source that is small enough to be walked at once.
    public static Lines of(Source source) throws IOException {
        var lines = new Lines(source);
        lines.index(Watch.none());
        return lines;
    }

    public Extent extent() {
        return extent;
    }

    /// Walks over the whole source, once. `watch` hears of it after every stretch that became readable.
    public void index(Watch watch) throws IOException {
        new Walk().run(watch);
    }

    /// The paragraph of that number, from 0; an empty one where the walk has not come so far.
    public Paragraph paragraph(long number) throws IOException {
        var page = pageOf(number);
        var at = (int) (number - page.first());
        return at >= 0 && at < page.paragraphs().size() ? page.paragraphs().get(at) : new Paragraph("", 0, true);
    }

    /// Where in the source a char stands: the byte with which it begins, or the end of its paragraph where that is shorter.
    public long byteAt(long number, int chars) throws IOException {
        var row = rowOf(1, number);
        var page = page(row);
        var from = places[row * COLUMNS];
        var bytes = new byte[(int) Math.max(0, page.end() - from)];
        var length = fill(source, from, bytes, 0);
        var start = 0;
        for (var i = page.first(); i < number; i++) {
            start = Paragraphing.next(bytes, Paragraphing.end(bytes, start, length, true), length, true);
        }
        var text = new String(bytes, start, Math.max(0, Paragraphing.end(bytes, start, length, true) - start), StandardCharsets.UTF_8);
        return from + start + text.substring(0, Math.clamp(chars, 0, text.length())).getBytes(StandardCharsets.UTF_8).length;
    }

    /// What the lines are of.
    public Source source() {
        return source;
    }

    /// The page that holds that paragraph.
    public Page pageOf(long number) throws IOException {
        return page(rowOf(1, number));
    }

    /// Pages known so far; the last one may still grow.
    public int pageCount() {
        return known;
    }

    /// The number of the page that holds that paragraph.
    public int pageIndex(long paragraph) {
        return rowOf(1, paragraph);
    }

    /// The paragraph with which a line begins; `line` counts from 1 and is held within the lines known.
    public long paragraphOfLine(long line) throws IOException {
        var wanted = Math.clamp(line, 1, Math.max(1, extent.lines()));
        var low = 0;
        var high = known - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            var there = places[middle * COLUMNS + 2];
            if (there < 0 ? -there < wanted : there <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        var page = page(low);
        for (var i = 0; i < page.paragraphs().size(); i++) {
            if (page.paragraphs().get(i).line() == wanted) {
                return page.first() + i;
            }
        }
        return page.first();
    }

    private int rowOf(int column, long wanted) {
        var low = 0;
        var high = known - 1;
        var table = places;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (table[middle * COLUMNS + column] <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The page of that number, from 0.
    public Page page(int row) throws IOException {
        if (row >= known) {
            return new Page(0, List.of(), 0);
        }
        var now = extent;
        var count = known;
        var table = places;
        var inner = row + 1 < count && table[(row + 1) * COLUMNS] <= now.bytes();
        var end = inner ? table[(row + 1) * COLUMNS] : now.bytes();
        var paragraphs = (inner ? table[(row + 1) * COLUMNS + 1] : now.paragraphs()) - table[row * COLUMNS + 1];
        synchronized (pages) {
            var cached = pages.get(row);
            if (cached != null && cached.end() == end && cached.paragraphs().size() == paragraphs) {
                return cached;
            }
            var page = read(table, row, end, (int) paragraphs);
            pages.put(row, page);
            return page;
        }
    }

    private Page read(long[] table, int row, long end, int count) throws IOException {
        var from = table[row * COLUMNS];
        var bytes = new byte[(int) Math.max(0, end - from)];
        var length = fill(source, from, bytes, 0);
        var line = Math.abs(table[row * COLUMNS + 2]);
        var continued = table[row * COLUMNS + 2] < 0;
        var found = new ArrayList<Paragraph>(count);
        var start = 0;
        while (found.size() < count) {
            var stop = Paragraphing.end(bytes, start, length, true);
            found.add(new Paragraph(new String(bytes, start, stop - start, StandardCharsets.UTF_8), line, continued));
            start = Paragraphing.next(bytes, stop, length, true);
            continued = start == stop;
            line += continued ? 0 : 1;
        }
        return new Page(table[row * COLUMNS + 1], List.copyOf(found), end);
    }

    /// Reads until `into` is full or the source ends; returns how many bytes of `into` are filled.
    private static int fill(Source source, long position, byte[] into, int from) throws IOException {
        var filled = from;
        while (filled < into.length) {
            var count = source.read(position + filled - from, into, filled, into.length - filled);
            if (count <= 0) {
                break;
            }
            filled += count;
        }
        return filled;
    }

    /// The one walk over the source.
    private final class Walk {

        private final byte[] bytes = new byte[BUFFER];
        private long base;
        private int length;
        private int at;
        private boolean last;
        private long paragraph;
        private long line = 1;
        private boolean continued;
        private long marked = -STRIDE;

        void run(Watch watch) throws IOException {
            skipMark();
            var over = false;
            while (!over) {
                refill();
                mark();
                over = walkBuffer();
                extent = new Extent(paragraph + (over ? 1 : 0), line, over ? base + length : base + at, over);
                watch.check(base + at);
            }
        }

        /// A UTF-8 byte order mark is no text.
        private void skipMark() throws IOException {
            var head = new byte[3];
            if (fill(source, 0, head, 0) == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
                base = 3;
            }
        }

        private void refill() throws IOException {
            System.arraycopy(bytes, at, bytes, 0, length - at);
            base += at;
            length = fill(source, base + length - at, bytes, length - at);
            at = 0;
            last = length < bytes.length;
        }

        /// True where the text is over.
        private boolean walkBuffer() {
            while (true) {
                var end = Paragraphing.end(bytes, at, length, last);
                var next = end < 0 ? end : Paragraphing.next(bytes, end, length, last);
                if (next < 0) {
                    return false;
                }
                if (next == end && last && end >= length) {
                    return true;
                }
                continued = next == end;
                line += continued ? 0 : 1;
                at = next;
                paragraph++;
                mark();
            }
        }

        private void mark() {
            if (base + at - marked < STRIDE) {
                return;
            }
            marked = base + at;
            var row = known * COLUMNS;
            var table = places;
            if (row == table.length) {
                table = Arrays.copyOf(table, table.length * 2);
            }
            table[row] = marked;
            table[row + 1] = paragraph;
            table[row + 2] = continued ? -line : line;
            places = table;
            known = known + 1;
        }
    }
}
