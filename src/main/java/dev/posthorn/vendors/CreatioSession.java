package dev.posthorn.vendors;

import dev.posthorn.auth.Admission;
import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.SessionSource.Door;
import dev.posthorn.auth.SessionSource.Got;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The session of one user at one site, and all who wait for it.
///
/// 1. One login is under way at a time. It belongs to nobody: who waits may be cancelled, and it ends only where nobody is left.
/// 2. A login that failed is shared by all who began before that with the same password, so that a wrong one is tried once.
/// 3. After a login one request holds the turn: it goes without BPMSESSIONID and the others wait. Its answer brings the cookie and lets all go; where it ends without, the next has the turn.
/// 4. Where three answers in a row bring no such cookie, the server is taken as one that has none, and nobody waits any more.
/// 5. A call that was forbidden in a fresh session too is remembered beyond it, so that it never costs another login.
/// 6. Who says that the session is lost gets another one: the present one, where that is younger than what he held.
final class CreatioSession {

    private static final String LABEL = "The Creatio session";
    private static final int ENOUGH = 3;
    private static final int BARRED = 500;

    private record Failed(long when, String password, Failure failure) {}

    /// What one login brought.
    private final class Visit {
        private final Cookies jar = new Cookies(clock);
        private final Instant since = clock.instant();
        private boolean opened;
        private boolean proven;
        private int without;
        private Holder turn;
    }

    private final Door door;
    private final CreatioLogin login;
    private final Executor executor;
    private final Clock clock;
    private final LongSupplier moments;
    private final SeenSecrets seen;
    private final Runnable changed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<String> barred = new HashSet<>();
    private Visit visit;
    private Cancellation underWay;
    private int inside;
    private Failed failed;

    CreatioSession(Door door, CreatioLogin login, Executor executor, Clock clock, LongSupplier moments, SeenSecrets seen, Runnable changed) {
        this.door = door;
        this.login = login;
        this.executor = executor;
        this.clock = clock;
        this.moments = moments;
        this.seen = seen;
        this.changed = changed;
    }

    /// @param lost what the server does not know any more; null for none
    Got enter(Door asked, long born, Cancellation cancellation, Admission lost) {
        return within(asked, born, cancellation, () -> {
            if (lost instanceof Holder holder && holder.visit == visit) {
                visit = null;
                changed.run();
            }
        }, () -> {
            if (!visit.opened && visit.turn != null) {
                return null;
            }
            var holder = new Holder(visit, !visit.opened);
            visit.turn = holder.opens ? holder : null;
            return new Got.In(holder);
        });
    }

    /// Logs in anew, whatever is there.
    Got renew(Door asked, long born, Cancellation cancellation) {
        return within(asked, born, cancellation, () -> visit = null, () -> new Got.In(new Holder(visit, false)));
    }

    /// @param found asked while there is a session; null means to wait for news
    private Got within(Door asked, long born, Cancellation cancellation, Runnable first, Supplier<Got> found) {
        cancellation.whenCancelled(this::wake);
        lock.lock();
        inside++;
        try {
            first.run();
            while (true) {
                var refused = refusal(asked, born, cancellation);
                if (refused != null) {
                    return refused;
                }
                var got = visit == null ? null : found.get();
                if (got != null) {
                    return got;
                }
                if (visit == null && underWay == null) {
                    begin(asked);
                }
                news.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Got.None(new BadLogin.Stopped(LABEL, "it was interrupted"));
        } finally {
            inside--;
            if (inside == 0 && underWay != null) {
                underWay.cancel();
            }
            lock.unlock();
        }
    }

    private Got refusal(Door asked, long born, Cancellation cancellation) {
        return cancellation.cancelled() ? new Got.None(new BadLogin.Stopped(LABEL, "it was cancelled"))
                : failed != null && failed.when() > born && failed.password().equals(asked.password()) ? new Got.None(failed.failure()) : null;
    }

    private void wake() {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void begin(Door asked) {
        var cancellation = new Cancellation();
        underWay = cancellation;
        seen.add(Stream.of(asked.password()));
        changed.run();
        try {
            executor.execute(() -> run(asked, cancellation));
        } catch (RejectedExecutionException e) {
            over(asked, new CreatioLogin.Result.Ended("the program is closing"));
        }
    }

    private void run(Door asked, Cancellation cancellation) {
        CreatioLogin.Result result = new CreatioLogin.Result.Refused(new Finding("internal", "Posthorn itself failed while it logged in.", "Try again; should it recur, tell the makers.", List.of()));
        try {
            result = login.run(asked, cancellation);
        } finally {
            over(asked, result);
        }
    }

    /// Also where an error of the machine goes on its way: who waits must not wait for ever.
    private void over(Door asked, CreatioLogin.Result result) {
        lock.lock();
        try {
            underWay = null;
            switch (result) {
                case CreatioLogin.Result.In(var lines) -> {
                    failed = null;
                    visit = new Visit();
                    lines.forEach(line -> visit.jar.set(asked.base() + "/", line));
                    seen.add(visit.jar.all().stream().filter(c -> !c.name().equals("UserName")).map(Cookie::value));
                }
                case CreatioLogin.Result.Refused(var finding) -> failed = new Failed(moments.getAsLong(), asked.password(), new BadLogin.NoSession(LABEL, finding));
                case CreatioLogin.Result.Ended(var reason) when inside > 0 && !reason.equals(CreatioLogin.CANCELLED) ->
                    failed = new Failed(moments.getAsLong(), asked.password(), new BadLogin.Stopped(LABEL, reason));
                case CreatioLogin.Result.Ended _ -> { }
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
        changed.run();
    }

    /// Forgets the session; a login that is under way goes on.
    void forget() {
        lock.lock();
        try {
            visit = null;
            barred.clear();
            failed = null;
        } finally {
            lock.unlock();
        }
        changed.run();
    }

    Optional<Admission> glance() {
        lock.lock();
        try {
            return Optional.ofNullable(visit).map(v -> new Holder(v, !v.opened && v.turn == null));
        } finally {
            lock.unlock();
        }
    }

    SessionView view() {
        lock.lock();
        try {
            var state = underWay != null ? SessionView.State.LOGGING_IN : visit == null ? SessionView.State.OUT : SessionView.State.IN;
            return new SessionView(door.base(), door.user(), state, Optional.ofNullable(visit).map(v -> v.since), visit != null && visit.opened, visit == null ? List.of() : visit.jar.all(),
                    failed == null || visit != null ? "" : failed.failure().sentence().replaceFirst("^Nothing was sent: [^:]*: ", ""));
        } finally {
            lock.unlock();
        }
    }

    /// What one send holds.
    private final class Holder implements Admission {

        private final Visit visit;
        private final boolean opens;
        private boolean answered;

        Holder(Visit visit, boolean opens) {
            this.visit = visit;
            this.opens = opens;
        }

        @Override
        public String cookies(String url) {
            return visit.jar.matching(url).stream().map(c -> c.name() + "=" + c.value()).collect(Collectors.joining("; "));
        }

        @Override
        public Optional<String> cookie(String url, String name) {
            return visit.jar.matching(url).stream().filter(c -> c.name().equals(name)).map(Cookie::value).findFirst();
        }

        @Override
        public boolean owns(String name) {
            return CreatioSite.COOKIES.contains(name) || visit.jar.all().stream().anyMatch(c -> c.name().equals(name));
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(visit.since);
        }

        @Override
        public boolean opens() {
            return opens;
        }

        @Override
        public boolean proven() {
            return locked(() -> visit.proven);
        }

        @Override
        public boolean barred(String call) {
            return locked(() -> barred.contains(call));
        }

        @Override
        public void bar(String call) {
            locked(() -> barred.size() < BARRED && barred.add(call));
        }

        @Override
        public void answered(String url, List<String> setCookies, boolean well) {
            var ours = setCookies.stream().filter(line -> visit.jar.parse(url, line).filter(c -> owns(c.name())).isPresent()).toList();
            ours.forEach(line -> visit.jar.set(url, line));
            if (!ours.isEmpty()) {
                seen.add(visit.jar.all().stream().filter(c -> !c.name().equals("UserName")).map(Cookie::value));
            }
            var opened = locked(() -> {
                answered = true;
                visit.proven |= well;
                var before = visit.opened;
                visit.opened |= visit.jar.all().stream().anyMatch(c -> c.name().equals(CreatioSite.SESSION));
                news.signalAll();
                return visit.opened && !before;
            });
            if (opened || !ours.isEmpty()) {
                changed.run();
            }
        }

        @Override
        public void left() {
            locked(() -> {
                if (visit.turn == this) {
                    visit.turn = null;
                    visit.without += answered ? 1 : 0;
                    visit.opened |= visit.without >= ENOUGH;
                    news.signalAll();
                }
                return true;
            });
        }

        private boolean locked(BooleanSupplier body) {
            lock.lock();
            try {
                return body.getAsBoolean();
            } finally {
                lock.unlock();
            }
        }
    }
}
