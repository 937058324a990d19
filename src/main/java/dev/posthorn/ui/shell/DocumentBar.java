package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.octicons.Octicons;

/// The tabs of the window. They shrink to fit; where even that is too wide the strip scrolls and a menu lists them all. Dragging puts them in another order.
final class DocumentBar extends Region {
    /// What the bar asks of the window.
    interface Events {
        void close(Document document);

        void closeOthers(Document document);

        void newRequest();

        void newSocket();
    }

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double NARROWEST = 104;
    private static final double WIDEST = 230;
    private static final double BUTTON = 36;

    private final ObservableList<Document> documents;
    private final ObjectProperty<Document> front;
    private final Events events;
    private final Map<Document, Tab> tabs = new HashMap<>();
    private final Rectangle clip = new Rectangle();
    private final Region strip = new Strip();
    private final Button plus;
    private final Button all;
    private double offset;

    DocumentBar(ObservableList<Document> documents, ObjectProperty<Document> front, Events events) {
        this.documents = documents;
        this.front = front;
        this.events = events;
        setId("document-bar");
        getStyleClass().add("document-bar");
        plus = Icons.button(Octicons.PLUS_16, Action.NEW_REQUEST.tip(), events::newRequest);
        plus.setId("new-tab");
        plus.setContextMenu(new ContextMenu(item("New request", events::newRequest), item("New WebSocket request", events::newSocket)));
        plus.getStyleClass().add("bar-button");
        all = Icons.button(Octicons.CHEVRON_DOWN_16, "All tabs", this::listAll);
        all.setId("all-tabs");
        all.getStyleClass().add("bar-button");
        strip.setClip(clip);
        getChildren().addAll(strip, plus, all);
        documents.addListener((ListChangeListener<Document>) _ -> rebuild());
        front.addListener(_ -> mark());
        setOnScroll(scroll -> {
            offset -= scroll.getDeltaY() + scroll.getDeltaX();
            follow = false;
            requestLayout();
        });
        rebuild();
    }

    private boolean follow = true;

    /// Lays itself out by the bar alone.
    private static final class Strip extends Region {
        @Override
        protected void layoutChildren() {
            // The bar gives each tab its place.
        }

        @Override
        public javafx.collections.ObservableList<javafx.scene.Node> getChildren() {
            return super.getChildren();
        }
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void rebuild() {
        tabs.keySet().retainAll(documents);
        ((Strip) strip).getChildren().setAll(documents.stream().map(d -> tabs.computeIfAbsent(d, Tab::new)).toList());
        mark();
    }

    private void mark() {
        tabs.forEach((document, tab) -> tab.pseudoClassStateChanged(SELECTED, document == front.get()));
        follow = true;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 36;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        var height = getHeight() - 1;
        var widths = widths(getWidth() - BUTTON);
        var total = widths.stream().mapToDouble(w -> w).sum();
        var overflow = total > getWidth() - BUTTON + 1;
        var room = getWidth() - BUTTON * (overflow ? 2 : 1);
        scroll(widths, total, room);
        var x = -offset;
        for (var i = 0; i < documents.size(); i++) {
            var tab = tabs.get(documents.get(i));
            tab.resizeRelocate(Math.round(x), 0, Math.round(x + widths.get(i)) - Math.round(x), height);
            x += widths.get(i);
        }
        strip.resizeRelocate(0, 0, Math.min(total, room), height);
        clip.setWidth(Math.min(total, room));
        clip.setHeight(height);
        plus.resizeRelocate(Math.round(Math.min(total, room)), 0, BUTTON, height);
        all.setVisible(overflow);
        all.resizeRelocate(getWidth() - BUTTON, 0, BUTTON, height);
    }

    private List<Double> widths(double room) {
        var wanted = documents.stream().map(d -> Math.clamp(tabs.get(d).prefWidth(-1), NARROWEST, WIDEST)).toList();
        var total = wanted.stream().mapToDouble(w -> w).sum();
        if (total <= room) {
            return wanted;
        }
        var spare = total - NARROWEST * wanted.size();
        var keep = spare <= 0 ? 0 : Math.max(0, (room - NARROWEST * wanted.size()) / spare);
        return wanted.stream().map(w -> NARROWEST + (w - NARROWEST) * keep).toList();
    }

    /// Keeps the tab in front within the strip.
    private void scroll(List<Double> widths, double total, double room) {
        var at = documents.indexOf(front.get());
        if (at >= 0 && follow) {
            var left = widths.subList(0, at).stream().mapToDouble(w -> w).sum();
            offset = Math.min(offset, left);
            offset = Math.max(offset, left + widths.get(at) - room);
        }
        offset = Math.clamp(offset, 0, Math.max(0, total - room));
    }

    private void listAll() {
        var menu = new ContextMenu();
        for (var document : documents) {
            var item = new MenuItem((document.method().get() == null ? "" : document.method().get() + "  ") + document.title().get());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> front.set(document));
            menu.getItems().add(item);
        }
        menu.show(all, javafx.geometry.Side.BOTTOM, 0, 0);
    }

    /// One tab.
    private final class Tab extends HBox {
        private final Document document;
        private final Label method = new Label();
        private final Label title = new Label();
        private final Region dot = new Region();
        private double grabbed;

        Tab(Document document) {
            this.document = document;
            getStyleClass().add("document-tab");
            setAccessibleRole(AccessibleRole.TAB_ITEM);
            method.setMinWidth(USE_PREF_SIZE);
            title.getStyleClass().add("title");
            title.setMaxWidth(WIDEST);
            title.setMinWidth(20);
            title.textProperty().bind(document.title());
            accessibleTextProperty().bind(document.title());
            Tips.on(this, document.title()::get);
            dot.getStyleClass().addAll("dot", "changed", "tab-dot");
            dot.visibleProperty().bind(document.dirty().and(hoverProperty().not()));
            dot.setMouseTransparent(true);
            var close = Icons.button(Octicons.X_16, Action.CLOSE_TAB.tip(), () -> events.close(document));
            close.getStyleClass().add("tab-close");
            close.setFocusTraversable(false);
            var end = new StackPane(close, dot);
            end.getStyleClass().add("tab-end");
            getChildren().addAll(method, title, end);
            document.method().subscribe(m -> {
                method.setManaged(m != null);
                method.setVisible(m != null);
                if (m != null) {
                    Methods.show(method, m);
                }
                requestBarLayout();
            });
            document.preview().subscribe(p -> pseudoClassStateChanged(PseudoClass.getPseudoClass("preview"), p));
            document.busy().subscribe(b -> pseudoClassStateChanged(PseudoClass.getPseudoClass("busy"), b));
            document.title().subscribe(_ -> requestBarLayout());
            setOnMousePressed(this::pressed);
            setOnMouseDragged(this::dragged);
            setOnMouseReleased(_ -> pseudoClassStateChanged(DRAGGED, false));
            setOnMouseClicked(this::clicked);
            setOnContextMenuRequested(at -> menu().show(this, at.getScreenX(), at.getScreenY()));
        }

        private void requestBarLayout() {
            DocumentBar.this.requestLayout();
        }

        private void pressed(MouseEvent press) {
            if (press.getButton() == MouseButton.PRIMARY) {
                grabbed = press.getX();
                front.set(document);
            }
        }

        private void clicked(MouseEvent click) {
            if (click.getButton() == MouseButton.MIDDLE) {
                events.close(document);
            } else if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                document.preview().set(false);
            }
        }

        private void dragged(MouseEvent drag) {
            if (!drag.isPrimaryButtonDown() || Math.abs(drag.getX() - grabbed) < 8) {
                return;
            }
            pseudoClassStateChanged(DRAGGED, true);
            var x = strip.sceneToLocal(drag.getSceneX(), 0).getX();
            var from = documents.indexOf(document);
            for (var to = 0; to < documents.size(); to++) {
                var other = tabs.get(documents.get(to));
                var middle = other.getLayoutX() + other.getWidth() / 2;
                if (to < from && x < middle || to > from && x > middle && to == lastBefore(x)) {
                    var order = new java.util.ArrayList<>(documents);
                    order.remove(document);
                    order.add(to, document);
                    documents.setAll(order);
                    return;
                }
            }
        }

        private int lastBefore(double x) {
            var last = -1;
            for (var i = 0; i < documents.size(); i++) {
                var other = tabs.get(documents.get(i));
                if (x > other.getLayoutX() + other.getWidth() / 2) {
                    last = i;
                }
            }
            return last;
        }

        private ContextMenu menu() {
            return new ContextMenu(
                    entry(Action.CLOSE_TAB.text(), () -> events.close(document)),
                    entry(Action.CLOSE_OTHERS.text(), () -> events.closeOthers(document)),
                    entry("Keep open", () -> document.preview().set(false)));
        }

        private static MenuItem entry(String text, Runnable action) {
            var item = new MenuItem(text);
            item.setOnAction(_ -> action.run());
            return item;
        }
    }
}
