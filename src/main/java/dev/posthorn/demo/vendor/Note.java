package dev.posthorn.demo.vendor;

/// What is remarked about one call while it is answered, for the list of calls: who called, and what was wrong, in words.
public final class Note {

    private volatile String who = "";
    private volatile String wrong = "";

    public void who(String name) {
        who = name;
    }

    /// The first thing that was wrong counts: what follows comes of it.
    public void wrong(String sentence) {
        if (wrong.isEmpty()) {
            wrong = sentence;
        }
    }

    public String who() {
        return who;
    }

    public String wrong() {
        return wrong;
    }
}
