package dev.posthorn.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where everything has its place: bars at the top, left and bottom, the sidebar, the tabs and the editor below them.
final class Frame extends StackPane {
    private static final double SIDEBAR_LEAST = 180;
    private static final double BELOW_LEAST = 120;

    private final SplitPane split = new SplitPane();
    private final StackPane sidebar = new StackPane();
    private final StackPane deck = new StackPane();
    private final VBox main;
    private final BorderPane frame;
    private SplitPane stack;
    private double share = 0.64;
    private final StackPane asking = new StackPane();
    private double sidebarWidth;

    Frame(TopBar top, Rail rail, DocumentBar tabs, StatusBar status, Toasts toasts, Overlays overlays, double sidebarWidth) {
        this.sidebarWidth = sidebarWidth;
        getStyleClass().add("frame");
        main = new VBox(tabs, asking, deck);
        main.getStyleClass().add("main");
        main.setMinWidth(320);
        VBox.setVgrow(deck, javafx.scene.layout.Priority.ALWAYS);
        sidebar.setMinWidth(SIDEBAR_LEAST);
        sidebar.getStyleClass().add("sidebar");
        SplitPane.setResizableWithParent(sidebar, false);
        split.setOrientation(Orientation.HORIZONTAL);
        split.getStyleClass().add("window-split");
        split.getItems().setAll(sidebar, main);
        split.widthProperty().addListener((_, before, now) -> {
            if (before.doubleValue() == 0 && now.doubleValue() > 0) {
                placeDivider();
            }
        });
        frame = new BorderPane(split, top, null, status, rail);
        StackPane.setAlignment(toasts, javafx.geometry.Pos.BOTTOM_RIGHT);
        StackPane.setMargin(toasts, new javafx.geometry.Insets(0, 16, 36, 16));
        getChildren().addAll(frame, toasts, overlays);
    }

    private void placeDivider() {
        if (sidebarShown() && split.getWidth() > 0) {
            split.setDividerPosition(0, sidebarWidth / split.getWidth());
        }
    }

    void sidebar(Node pane) {
        sidebar.getChildren().setAll(pane);
    }

    boolean sidebarShown() {
        return split.getItems().contains(sidebar);
    }

    void showSidebar(boolean show) {
        if (show && !sidebarShown()) {
            split.getItems().addFirst(sidebar);
            placeDivider();
        } else if (!show && sidebarShown()) {
            sidebarWidth = sidebar.getWidth();
            split.getItems().remove(sidebar);
        }
    }

    /// In pixels of the layout.
    double sidebarWidth() {
        return sidebarShown() && sidebar.getWidth() > 0 ? sidebar.getWidth() : sidebarWidth;
    }

    /// Shows something below sidebar and editor, at the height that it had the last time; null takes it away.
    void below(Region pane) {
        if (pane == null) {
            if (stack != null) {
                stack.getItems().clear();
                frame.setCenter(split);
            }
            return;
        }
        if (stack == null) {
            stack = new SplitPane();
            stack.setOrientation(Orientation.VERTICAL);
            stack.getStyleClass().add("editor-split");
            SplitPane.setResizableWithParent(pane, false);
        }
        pane.setMinHeight(BELOW_LEAST);
        split.setMinHeight(BELOW_LEAST);
        stack.getItems().setAll(split, pane);
        stack.setDividerPositions(share);
        stack.getDividers().getFirst().positionProperty().addListener((_, _, now) -> share = now.doubleValue());
        frame.setCenter(stack);
    }

    void document(Node node) {
        if (deck.getChildren().size() != 1 || deck.getChildren().getFirst() != node) {
            deck.getChildren().setAll(node);
        }
    }

    /// Shows a question above the editor; null takes it away.
    void ask(AskBar bar) {
        if (bar == null) {
            asking.getChildren().clear();
        } else {
            asking.getChildren().setAll(bar);
            bar.focusFirst();
        }
    }

    AskBar asked() {
        return asking.getChildren().isEmpty() ? null : (AskBar) asking.getChildren().getFirst();
    }

    Region asRegion() {
        return this;
    }
}
