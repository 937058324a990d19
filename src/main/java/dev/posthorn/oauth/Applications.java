package dev.posthorn.oauth;

import java.util.List;
import java.util.Optional;

/// The OAuth applications of the workspace. Safe from any thread; all methods may block.
public interface Applications {

    List<Application> all();

    default Optional<Application> find(String id) {
        return all().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    void put(Application application);

    void remove(String id);

    AutoCloseable listen(Runnable changed);

    /// There are none.
    Applications NONE = new Applications() {
        @Override
        public List<Application> all() {
            return List.of();
        }

        @Override
        public void put(Application application) {
            throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public void remove(String id) { }

        @Override
        public AutoCloseable listen(Runnable changed) {
            return () -> { };
        }
    };
}
