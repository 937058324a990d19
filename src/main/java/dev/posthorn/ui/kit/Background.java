package dev.posthorn.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Work that must not hold up the window: done on the executor, its result handed to the FX thread.
public final class Background {

    private final Executor executor;

    public Background(Executor executor) {
        this.executor = executor;
    }

    /// Does `work`, then calls `done` or `failed` on the FX thread, once. A timer that fires after the window was closed gets neither: nobody is there to see it.
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            executor.execute(() -> {
                try {
                    var result = work.call();
                    Fx.run(() -> done.accept(result));
                } catch (Exception e) {
                    Fx.run(() -> failed.accept(e));
                }
            });
        } catch (RejectedExecutionException e) {
            if (!(executor instanceof ExecutorService service) || !service.isShutdown()) {
                throw e;
            }
        }
    }

    /// Work of which only the newest order counts: an older result that comes late is dropped.
    public <T> Latest<T> latest(Consumer<T> done, Consumer<Exception> failed) {
        return new Latest<>(this, done, failed);
    }

    /// A slot for one kind of work; see `latest`. Belongs to the FX thread.
    public static final class Latest<T> {

        private final Background background;
        private final Consumer<T> done;
        private final Consumer<Exception> failed;
        private long generation;

        private Latest(Background background, Consumer<T> done, Consumer<Exception> failed) {
            this.background = background;
            this.done = done;
            this.failed = failed;
        }

        public void submit(Callable<T> work) {
            Fx.mustBeHere();
            var mine = ++generation;
            background.run(work, result -> {
                if (mine == generation) {
                    done.accept(result);
                }
            }, error -> {
                if (mine == generation) {
                    failed.accept(error);
                }
            });
        }

        /// Drops whatever is under way.
        public void forget() {
            generation++;
        }
    }
}
