package dev.posthorn.oauth;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The OAuth applications of the workspace. Safe from any thread; all methods may block.
public interface Applications {

    List<Application> all();

    default Optional<Application> find(String id) {
        return all().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    void put(Application application);

    void remove(String id);

    AutoCloseable listen(Runnable changed);

    /// The secrets that passed through here since the start of the program, to be hidden wherever they turn up. Nothing is read for it, nobody is asked.
    default Set<String> known() {
        return Set.of();
    }

    /// What could not be read or kept, in sentences.
    default List<String> troubles() {
        return List.of();
    }

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
