package dev.posthorn.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.ConsoleEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The console with as many entries as it takes.
final class ConsolePaneTest {

    private static final int FULL = 2_000;

    private final Console console = new Console(Clock.systemUTC());
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger closed = new AtomicInteger();
    private ConsolePane pane;
    private Stage stage;

    @BeforeEach
    void open() {
        OnFx.start();
        for (var i = 0; i < FULL; i++) {
            told(i);
        }
        stage = OnFx.show(OnFx.get(() -> {
            pane = new ConsolePane(console, new Background(executor), ZoneId.of("UTC"), new ConsolePane.Events() {
                @Override
                public void saveHar(List<ConsoleEntry.Exchanged> exchanges) {}

                @Override
                public void say(String what) {}

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            });
            return pane;
        }), 900, 300);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::hide);
        executor.close();
    }

    private void told(int number) {
        console.exchanged(new Traffic(Instant.EPOCH, new Wire("GET", "http://api.test/items/" + number, List.of(new Header("Host", "api.test")), Payload.empty()), null, null,
                Hop.Why.FIRST, Trace.NONE));
    }

    private ListView<?> list() {
        return (ListView<?>) pane.lookup("#console-list");
    }

    @Test
    void aFullConsoleTakesOneMoreWithoutBeingFilledAnew() {
        assertEquals(FULL, OnFx.get(() -> list().getItems().size()));
        var most = new AtomicInteger();
        OnFx.run(() -> list().getItems().addListener((ListChangeListener<Object>) change -> {
            while (change.next()) {
                most.accumulateAndGet(change.getAddedSize() + change.getRemovedSize(), Math::max);
            }
        }));
        told(FULL);
        OnFx.until("the newest is listed", () -> list().getItems().getLast() == console.entries().getLast());
        assertEquals(FULL, OnFx.get(() -> list().getItems().size()));
        assertEquals(1, most.get());
    }

    @Test
    void whatIsSearchedIsFoundWhileMoreComes() {
        var filter = OnFx.get(() -> (TextField) pane.lookup("#console-filter"));
        OnFx.run(() -> filter.setText("items/1999"));
        for (var i = 0; i < 50; i++) {
            told(19_990 + i);
        }
        OnFx.until("all that fit are listed", () -> list().getItems().size() == 11);
    }

    @Test
    void theKeyboardAloneGoesToTheTextAndBackAndOut() {
        OnFx.run(pane::focus);
        OnFx.press(stage, KeyCode.UP);
        OnFx.until("the one before is chosen", () -> list().getSelectionModel().getSelectedIndex() == FULL - 2);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.until("the text has the keyboard", () -> pane.lookup("#transcript").isFocused());
        OnFx.press(stage, KeyCode.ESCAPE);
        OnFx.until("the list has it again", () -> list().isFocused());
        assertEquals(0, closed.get());
        OnFx.press(stage, KeyCode.ESCAPE);
        OnFx.until("it is closed", () -> closed.get() == 1);
        assertTrue(OnFx.get(() -> list().getSelectionModel().getSelectedIndex()) == FULL - 2);
    }
}
