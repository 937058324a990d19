package dev.posthorn.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Lays out the header and each row of a key-value table by the same widths: narrow ends, wide columns in between by share.
final class Columns extends Region {

    static final double LEAD = 44;
    static final double TAIL = 32;

    private final Node lead;
    private final List<? extends Node> wide;
    private final Node tail;
    private final double[] shares;

    /// `shares` has one part of the width for each of `wide`; a part of 0 takes no room.
    Columns(Node lead, List<? extends Node> wide, Node tail, double[] shares) {
        this.lead = lead;
        this.wide = wide;
        this.tail = tail;
        this.shares = shares;
        getStyleClass().add("columns");
        getChildren().add(lead);
        getChildren().addAll(wide);
        getChildren().add(tail);
    }

    @Override
    protected void layoutChildren() {
        var height = getHeight();
        var sum = 0.0;
        for (var share : shares) {
            sum += share;
        }
        lead.resizeRelocate(0, 0, LEAD, height);
        var room = Math.max(0, getWidth() - LEAD - TAIL);
        var x = LEAD;
        for (var i = 0; i < wide.size(); i++) {
            var width = Math.floor(room * shares[i] / sum);
            wide.get(i).resizeRelocate(x, 0, width, height);
            wide.get(i).setVisible(width > 0);
            x += width;
        }
        tail.resizeRelocate(getWidth() - TAIL, 0, TAIL, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }
}
