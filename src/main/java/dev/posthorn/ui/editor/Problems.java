package dev.posthorn.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;

/// Shows what is wrong in an editor: underlined where it stands, and in its line's number. F8 and Shift+F8 go from one to the next.
///
/// While one types, what stands before and behind the place stays marked and moves along; what is typed into is forgotten.
final class Problems {

    private final CodeEditor editor;
    private final CodeArea area;
    private final Runnable changed;
    private List<Problem> all = List.of();
    private Map<Integer, Problem> byLine = Map.of();

    Problems(CodeEditor editor, Runnable changed) {
        this.editor = editor;
        this.changed = changed;
        area = editor.area();
        area.setParagraphGraphicFactory(numbers(LineNumberFactory.get(area)));
        area.plainTextChanges().subscribe(change -> moved(change.getPosition(), change.getRemoved().length(), change.getInserted().length()));
        editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F8 && !all.isEmpty()) {
                next(key.isShiftDown());
                key.consume();
            }
        });
    }

    private IntFunction<Node> numbers(IntFunction<Node> plain) {
        return line -> {
            var node = plain.apply(line);
            var problem = byLine.get(line);
            if (problem != null) {
                node.getStyleClass().add(problem.style());
                dev.posthorn.ui.kit.Tips.on(node, problem::sentence);
            }
            return node;
        };
    }

    List<Problem> all() {
        return all;
    }

    /// The problem at that char, the worst where there are several.
    Optional<Problem> at(int index) {
        return all.stream().filter(p -> p.start() <= index && index < p.end()).min(Comparator.comparing(Problem::kind));
    }

    int line(Problem problem) {
        return area.offsetToPosition(Math.min(problem.start(), area.getLength()), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward).getMajor() + 1;
    }

    /// What these sources say, from now on.
    void replace(Set<Problem.Source> sources, List<Problem> fresh) {
        var now = new ArrayList<>(all.stream().filter(p -> !sources.contains(p.source())).toList());
        fresh.stream().filter(p -> p.end() <= area.getLength()).forEach(now::add);
        show(now);
    }

    private void moved(int position, int removed, int inserted) {
        if (all.isEmpty()) {
            return;
        }
        var now = new ArrayList<Problem>();
        for (var problem : all) {
            if (problem.end() < position) {
                now.add(problem);
            } else if (problem.start() >= position + removed && problem.start() > position) {
                now.add(problem.moved(inserted - removed));
            }
        }
        show(now);
    }

    private void show(List<Problem> now) {
        now.sort(Comparator.comparing(Problem::start).thenComparing(Problem::kind));
        if (now.equals(all)) {
            return;
        }
        all = List.copyOf(now);
        var lines = new HashMap<Integer, Problem>();
        all.forEach(p -> lines.merge(line(p) - 1, p, (one, other) -> one.kind().compareTo(other.kind()) <= 0 ? one : other));
        var touched = new HashSet<>(byLine.keySet());
        touched.addAll(lines.keySet());
        byLine = lines;
        touched.stream().filter(line -> line < area.getParagraphs().size()).forEach(area::recreateParagraphGraphic);
        editor.colours().problems(apart());
        changed.run();
    }

    /// One behind the other, the worse first where two meet.
    private List<Problem> apart() {
        var apart = new ArrayList<Problem>();
        for (var problem : all) {
            var last = apart.isEmpty() ? null : apart.getLast();
            if (last != null && problem.start() < last.end()) {
                if (problem.kind().compareTo(last.kind()) >= 0) {
                    continue;
                }
                apart.removeLast();
            }
            if (problem.start() < problem.end()) {
                apart.add(problem);
            }
        }
        return apart;
    }

    private void next(boolean back) {
        var caret = area.getCaretPosition();
        var found = back ? all.reversed().stream().filter(p -> p.start() < caret).findFirst().orElse(all.getLast())
                : all.stream().filter(p -> p.start() > caret).findFirst().orElse(all.getFirst());
        area.moveTo(found.start());
        area.requestFollowCaret();
    }
}
