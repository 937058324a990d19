package dev.posthorn.ui.response;

import dev.posthorn.model.Response;
import dev.posthorn.text.Lines;
import dev.posthorn.text.Pretty;
import dev.posthorn.text.Source;
import dev.posthorn.text.SourceStream;
import dev.posthorn.text.Watch;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Makes a body readable behind the window: finds out what it is, brings it into UTF-8, indexes its lines, lays it out.
///
/// 1. Up to a megabyte comes whole, laid out already. A bigger one comes raw as soon as its first lines are known; the rest follows.
/// 2. A newer body, or `forget`, stops the work on the older one and gives its temporary files back.
final class BodyLoader {

    private static final long AT_ONCE = 1 << 20;

    /// Hears of one body on the FX thread; nothing of an older body comes after a newer one was asked for.
    interface Listener {

        void loaded(Loaded body);

        /// More lines of the raw text are known.
        void grew();

        /// Percent of the laying out that is done.
        void formatting(int percent);

        void formatted(Lines pretty, Pretty.Result result);

        void failed(String sentence);
    }

    /// @param raw        the text as it came, null where the body is none
    /// @param pretty     the text laid out; null where it is not (yet)
    /// @param prettyComes true where `formatted` or `failed` will follow
    record Loaded(BodyKind kind, Lines raw, Lines pretty, Pretty.Result result, boolean prettyComes) {}

    private final Background background;
    private final Path scratch;
    private Job current;

    BodyLoader(Background background, Path scratch) {
        this.background = background;
        this.scratch = scratch;
    }

    void load(Response response, Listener listener) {
        forget();
        var job = new Job(response, listener);
        current = job;
        background.run(job::load, _ -> {}, error -> job.failed("The body cannot be read: " + error.getMessage() + ". Send the request again."));
    }

    void forget() {
        if (current != null) {
            var old = current;
            current = null;
            old.stopped = true;
            background.run(old::release, _ -> {}, _ -> {});
        }
    }

    private final class Job implements Watch {

        private final Response response;
        private final Listener listener;
        private final List<Spool> spools = new ArrayList<>();
        private final Consumer<Integer> progress = Fx.latest(percent -> tell(l -> l.formatting(percent)));
        private volatile boolean stopped;
        private boolean released;

        Job(Response response, Listener listener) {
            this.response = response;
            this.listener = listener;
        }

        @Override
        public boolean stopped() {
            return stopped;
        }

        @Override
        public void passed(long bytes) {}

        private void tell(Consumer<Listener> what) {
            Fx.run(() -> {
                if (current == this) {
                    what.accept(listener);
                }
            });
        }

        void failed(String sentence) {
            if (!stopped) {
                tell(l -> l.failed(sentence));
            }
        }

        private synchronized Spool spool() throws IOException {
            if (released) {
                throw new IOException("stopped");
            }
            var spool = new Spool(scratch);
            spools.add(spool);
            return spool;
        }

        synchronized Void release() throws IOException {
            released = true;
            for (var spool : spools) {
                spool.close();
            }
            return null;
        }

        Void load() throws IOException {
            var kind = BodyKind.of(response);
            if (!kind.text()) {
                tell(l -> l.loaded(new Loaded(kind, null, null, Pretty.Result.WHOLE, false)));
                return null;
            }
            var source = utf8(kind);
            if (source.size() <= AT_ONCE) {
                whole(kind, source);
            } else {
                bitByBit(kind, source);
            }
            return null;
        }

        private Source utf8(BodyKind kind) throws IOException {
            if (kind.decoding().utf8()) {
                return new BodySource(response.body());
            }
            var spool = spool();
            try (var in = response.body().open()) {
                kind.decoding().toUtf8(in, spool, this);
            }
            return spool.source();
        }

        private void whole(BodyKind kind, Source source) throws IOException {
            var raw = Lines.of(source);
            if (!kind.layable()) {
                tell(l -> l.loaded(new Loaded(kind, raw, null, Pretty.Result.WHOLE, false)));
                return;
            }
            var out = spool();
            var result = Pretty.format(kind.language(), new SourceStream(source), out, this);
            var pretty = Lines.of(out.source());
            tell(l -> l.loaded(new Loaded(kind, raw, pretty, result, false)));
        }

        private void bitByBit(BodyKind kind, Source source) throws IOException {
            var raw = new Lines(source);
            var first = new AtomicBoolean(true);
            Consumer<Long> grew = Fx.latest(_ -> tell(Listener::grew));
            raw.index(new Watch() {
                @Override
                public boolean stopped() {
                    return stopped;
                }

                @Override
                public void passed(long bytes) {
                    if (first.getAndSet(false)) {
                        tell(l -> l.loaded(new Loaded(kind, raw, null, Pretty.Result.WHOLE, kind.layable())));
                    } else {
                        grew.accept(bytes);
                    }
                }
            });
            grew.accept(source.size());
            if (kind.layable()) {
                tryToLay(kind, source);
            }
        }

        /// After the index and not beside it, so that a core is left for the window.
        private void tryToLay(BodyKind kind, Source source) {
            try {
                lay(kind, source);
            } catch (IOException e) {
                failed("The body could not be laid out (" + e.getMessage() + "). It is shown as it came.");
            }
        }

        private void lay(BodyKind kind, Source source) throws IOException {
            var out = spool();
            var size = Math.max(1, source.size());
            var watch = new Watch() {
                private int last = -1;

                @Override
                public boolean stopped() {
                    return stopped;
                }

                @Override
                public void passed(long bytes) {
                    var percent = (int) (bytes * 90 / size);
                    if (percent != last) {
                        last = percent;
                        progress.accept(percent);
                    }
                }
            };
            var result = Pretty.format(kind.language(), new SourceStream(source), out, watch);
            var pretty = new Lines(out.source());
            pretty.index(this);
            tell(l -> l.formatted(pretty, result));
        }
    }
}
