package dev.posthorn.ui.editor;

import dev.posthorn.text.Span;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Colours the text by its language and its `{{variables}}`, computed beside the window.
///
/// 1. Only the newest text counts; a result for an older one is dropped.
/// 2. Only the stretch whose colours changed is styled again: a keystroke costs a few spans.
/// 3. Texts above 1 MB and lines above 2,000 chars stay plain: styling them would hold up the window.
final class Colours {

    static final int LARGEST = 1_000_000;
    static final int LONGEST_LINE = 2_000;

    /// A stretch and its style classes.
    record Styled(int start, int end, List<String> styles) {}

    private record Result(int length, List<Styled> spans) {}

    private final CodeEditor editor;
    private final CodeArea area;
    private final Variables variables;
    private final Background.Latest<Result> latest;
    private List<Styled> applied = List.of();
    private int appliedLength;
    private boolean bare;
    private Result plain = new Result(0, List.of());
    private List<Problem> problems = List.of();

    Colours(CodeEditor editor, CodeArea area, Variables variables, Background background) {
        this.editor = editor;
        this.area = area;
        this.variables = variables;
        latest = background.latest(this::apply, _ -> {});
    }

    void changed(String text) {
        if (text.length() > LARGEST) {
            latest.forget();
            return;
        }
        var tokenizer = editor.language().tokenizer();
        var finder = bare ? (Function<String, List<Variables.Mark>>) _ -> List.of() : variables.finder();
        latest.submit(() -> new Result(text.length(), spans(text, tokenizer.tokens(text), finder.apply(text))));
    }

    /// Leaves `{{braces}}` as they are: in scripts they are mostly those of templates.
    void withoutVariables() {
        bare = true;
    }

    /// Underlines these stretches, which lie one behind the other, from now on.
    void problems(List<Problem> now) {
        problems = now;
        paint();
    }

    /// Tokens with the variables laid over them, without those that lie in a very long line.
    static List<Styled> spans(String text, List<Span> tokens, List<Variables.Mark> marks) {
        var out = new ArrayList<Styled>();
        var next = 0;
        for (var token : tokens) {
            var from = token.start();
            while (next < marks.size() && marks.get(next).start() < token.end()) {
                var mark = marks.get(next++);
                add(out, from, mark.start(), style(token));
                add(out, mark.start(), mark.end(), style(mark));
                from = Math.max(from, mark.end());
            }
            add(out, from, token.end(), style(token));
        }
        marks.subList(next, marks.size()).forEach(mark -> add(out, mark.start(), mark.end(), style(mark)));
        return withoutLongLines(text, out);
    }

    /// Adds what of the stretch lies behind the last one.
    private static void add(List<Styled> out, int start, int end, List<String> styles) {
        var from = out.isEmpty() ? start : Math.max(start, out.getLast().end());
        if (from < end) {
            out.add(new Styled(from, end, styles));
        }
    }

    private static List<String> style(Span token) {
        return List.of("tok-" + token.kind().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> style(Variables.Mark mark) {
        return List.of(mark.look().style());
    }

    private static List<Styled> withoutLongLines(String text, List<Styled> spans) {
        var kept = new ArrayList<Styled>(spans.size());
        var lineStart = 0;
        var lineEnd = -1;
        for (var span : spans) {
            while (span.start() > lineEnd) {
                lineStart = lineEnd + 1;
                var end = text.indexOf('\n', lineStart);
                lineEnd = end < 0 ? text.length() : end;
            }
            if (lineEnd - lineStart <= LONGEST_LINE) {
                kept.add(span);
            }
        }
        return kept;
    }

    private void apply(Result fresh) {
        plain = fresh;
        paint();
    }

    /// Cuts the stretches where an underline begins or ends, and adds its style between.
    private static List<Styled> underlined(List<Styled> spans, List<Problem> problems) {
        var out = new ArrayList<Styled>(spans.size() + 2 * problems.size());
        var next = 0;
        for (var problem : problems) {
            for (; next < spans.size() && spans.get(next).end() <= problem.start(); next++) {
                add(out, spans.get(next).start(), spans.get(next).end(), spans.get(next).styles());
            }
            if (next < spans.size() && spans.get(next).start() < problem.start()) {
                add(out, spans.get(next).start(), problem.start(), spans.get(next).styles());
            }
            var at = problem.start();
            for (var i = next; i < spans.size() && spans.get(i).start() < problem.end(); i++) {
                add(out, at, Math.max(at, spans.get(i).start()), List.of(problem.style()));
                at = Math.min(problem.end(), spans.get(i).end());
                add(out, spans.get(i).start(), at, List.of(spans.get(i).styles().getFirst(), problem.style()));
            }
            add(out, at, problem.end(), List.of(problem.style()));
        }
        for (; next < spans.size(); next++) {
            add(out, spans.get(next).start(), spans.get(next).end(), spans.get(next).styles());
        }
        return out;
    }

    private void paint() {
        if (plain.length() != area.getLength()) {
            return;
        }
        var fresh = problems.isEmpty() ? plain : new Result(plain.length(), underlined(plain.spans(), problems));
        var shift = fresh.length() - appliedLength;
        var spans = fresh.spans();
        var head = 0;
        while (head < spans.size() && head < applied.size() && spans.get(head).equals(applied.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < spans.size() - head && tail < applied.size() - head
                && same(spans.get(spans.size() - 1 - tail), applied.get(applied.size() - 1 - tail), shift)) {
            tail++;
        }
        var from = head == 0 ? 0 : spans.get(head - 1).end();
        var to = tail == 0 ? fresh.length() : spans.get(spans.size() - tail).start();
        restyle(from, to, spans.subList(head, spans.size() - tail));
        applied = spans;
        appliedLength = fresh.length();
    }

    private static boolean same(Styled fresh, Styled old, int shift) {
        return fresh.start() == old.start() + shift && fresh.end() == old.end() + shift && fresh.styles().equals(old.styles());
    }

    private void restyle(int from, int to, List<Styled> spans) {
        if (from >= to) {
            return;
        }
        var builder = new StyleSpansBuilder<Collection<String>>();
        var at = from;
        for (var span : spans) {
            builder.add(List.of(), span.start() - at);
            builder.add(span.styles(), span.end() - span.start());
            at = span.end();
        }
        builder.add(List.of(), to - at);
        area.setStyleSpans(from, builder.create());
    }
}
