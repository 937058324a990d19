package dev.posthorn.demo;

/// One thing that the demo server can do.
///
/// @param path    what the request's path equals, or begins with where it ends with `/`
/// @param example a whole path with query to try, for the index page
/// @param says    one sentence for the index page; empty for a route that it need not list
record Route(String path, String example, String says, Action action) {

    /// Answers a call completely.
    @FunctionalInterface
    interface Action {
        void answer(Call call) throws Exception;
    }

    boolean matches(String asked) {
        return path.length() > 1 && path.endsWith("/") ? asked.startsWith(path) : asked.equals(path);
    }
}
