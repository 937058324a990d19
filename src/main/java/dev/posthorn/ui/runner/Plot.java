package dev.posthorn.ui.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/// A small chart: lines over a sequence, or stacked bars. What the mouse is over is said in words. Colours come from style classes.
final class Plot extends Pane {

    enum Kind { LINES, BARS }

    /// @param style  a style class: `average`, `longest`, `amount`, `good`, `bad`
    /// @param values one for each label
    record Series(String name, String style, double[] values) {}

    private static final double LEFT = 56;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 22;
    private static final double LABEL_ROOM = 64;
    private static final double WIDEST_BAR = 48;
    private static final int STEPS = 4;

    private final Label hint = new Label();
    private final Line cursor = new Line();
    private Kind kind = Kind.LINES;
    private List<String> labels = List.of();
    private List<Series> series = List.of();
    private DoubleFunction<String> unit = Double::toString;
    private boolean whole;
    private double drawnWidth = -1;
    private double drawnHeight = -1;

    Plot() {
        getStyleClass().add("plot");
        setMinHeight(120);
        setPrefHeight(170);
        setMinWidth(160);
        hint.getStyleClass().add("plot-hint");
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        cursor.getStyleClass().add("plot-cursor");
        cursor.setMouseTransparent(true);
        cursor.setVisible(false);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> leave());
    }

    /// @param steps of whole numbers, such as counts
    void show(Kind how, List<String> along, List<Series> all, DoubleFunction<String> words, boolean steps) {
        kind = how;
        labels = List.copyOf(along);
        series = List.copyOf(all);
        unit = words;
        whole = steps;
        drawnWidth = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != drawnWidth || getHeight() != drawnHeight) {
            drawnWidth = getWidth();
            drawnHeight = getHeight();
            draw();
        }
        super.layoutChildren();
    }

    private double most() {
        var most = 0.0;
        for (var i = 0; i < labels.size(); i++) {
            var sum = 0.0;
            for (var one : series) {
                sum = kind == Kind.BARS ? sum + one.values()[i] : Math.max(sum, one.values()[i]);
            }
            most = Math.max(most, sum);
        }
        return rounded(most);
    }

    /// The next number that four even steps divide well.
    private double rounded(double most) {
        if (most <= 0) {
            return whole ? STEPS : 1;
        }
        var power = Math.pow(10, Math.floor(Math.log10(most)));
        for (var factor : new double[] {1, 2, 4, 5, 8, 10}) {
            var top = factor * power;
            if (top >= most && (!whole || top % STEPS == 0)) {
                return top;
            }
        }
        return whole ? Math.ceil(most / STEPS) * STEPS : 10 * power;
    }

    private void draw() {
        getChildren().clear();
        var width = getWidth() - LEFT - RIGHT;
        var height = getHeight() - TOP - BOTTOM;
        if (width < 20 || height < 20 || labels.isEmpty()) {
            return;
        }
        var most = most();
        grid(most, width, height);
        if (kind == Kind.LINES && labels.size() > 1) {
            series.forEach(s -> line(s, most, width, height));
        } else {
            bars(most, width, height);
        }
        along(width);
        getChildren().addAll(cursor, hint);
        leave();
    }

    private void grid(double most, double width, double height) {
        for (var step = 0; step <= STEPS; step++) {
            var y = Math.round(TOP + height - height * step / STEPS) + 0.5;
            var line = new Line(LEFT, y, LEFT + width, y);
            line.getStyleClass().add(step == 0 ? "plot-axis" : "plot-grid");
            var label = text(unit.apply(most * step / STEPS));
            label.setPrefWidth(LEFT - 8);
            label.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
            label.relocate(0, y - 8);
            getChildren().addAll(line, label);
        }
    }

    private static Label text(String words) {
        var label = new Label(words);
        label.getStyleClass().add("plot-label");
        label.setMouseTransparent(true);
        return label;
    }

    private double x(int index, double width) {
        return kind == Kind.LINES && labels.size() > 1 ? LEFT + width * index / (labels.size() - 1) : LEFT + width * (index + 0.5) / labels.size();
    }

    private void line(Series one, double most, double width, double height) {
        var path = new Path();
        path.getStyleClass().addAll("plot-line", one.style());
        path.setMouseTransparent(true);
        for (var i = 0; i < labels.size(); i++) {
            var y = TOP + height - height * one.values()[i] / most;
            path.getElements().add(i == 0 ? new MoveTo(x(i, width), y) : new LineTo(x(i, width), y));
        }
        getChildren().add(path);
    }

    private void bars(double most, double width, double height) {
        var room = width / labels.size();
        var bar = Math.max(1, Math.min(WIDEST_BAR, room > 6 ? room - Math.max(2, room * 0.25) : room));
        for (var i = 0; i < labels.size(); i++) {
            var y = TOP + height;
            var beside = kind == Kind.LINES ? bar / series.size() : bar;
            var x = x(i, width) - bar / 2;
            for (var one : series) {
                var tall = height * one.values()[i] / most;
                if (tall > 0) {
                    var shape = new Rectangle(x, kind == Kind.LINES ? TOP + height - tall : y - tall, Math.max(1, beside - (kind == Kind.LINES ? 2 : 0)), tall);
                    shape.getStyleClass().addAll("plot-bar", one.style());
                    shape.setMouseTransparent(true);
                    getChildren().add(shape);
                }
                y -= tall;
                x += kind == Kind.LINES ? beside : 0;
            }
        }
    }

    /// As many labels under the axis as fit.
    private void along(double width) {
        var fit = Math.max(1, (int) (width / LABEL_ROOM));
        var every = (labels.size() + fit - 1) / fit;
        for (var i = 0; i < labels.size(); i += every) {
            var label = text(labels.get(i));
            label.setPrefWidth(LABEL_ROOM);
            label.setAlignment(javafx.geometry.Pos.CENTER);
            label.relocate(Math.clamp(x(i, width) - LABEL_ROOM / 2, 0, Math.max(0, getWidth() - LABEL_ROOM)), getHeight() - BOTTOM + 4);
            getChildren().add(label);
        }
    }

    private void point(MouseEvent mouse) {
        var width = getWidth() - LEFT - RIGHT;
        if (labels.isEmpty() || mouse.getX() < LEFT - 8 || mouse.getX() > LEFT + width + 8) {
            leave();
            return;
        }
        var along = (mouse.getX() - LEFT) / width;
        var index = kind == Kind.LINES && labels.size() > 1 ? (int) Math.round(along * (labels.size() - 1)) : (int) Math.floor(along * labels.size());
        index = Math.clamp(index, 0, labels.size() - 1);
        hint.setText(words(index));
        hint.setVisible(true);
        hint.autosize();
        var x = x(index, width);
        hint.relocate(x + hint.getWidth() + 12 > getWidth() ? Math.max(0, x - hint.getWidth() - 8) : x + 8, TOP);
        cursor.setStartX(x);
        cursor.setEndX(x);
        cursor.setStartY(TOP);
        cursor.setEndY(getHeight() - BOTTOM);
        cursor.setVisible(true);
    }

    /// What is at one place, in words.
    private String words(int index) {
        var parts = new ArrayList<String>();
        series.forEach(s -> parts.add(s.name() + " " + unit.apply(s.values()[index])));
        return labels.get(index) + ": " + String.join(", ", parts);
    }

    private void leave() {
        hint.setVisible(false);
        cursor.setVisible(false);
    }
}
