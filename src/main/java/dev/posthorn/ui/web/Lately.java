package dev.posthorn.ui.web;

import java.util.LinkedHashSet;

/// The URLs that pages asked for last, 10,000 at most: the eldest goes for the next. Safe from any thread.
public final class Lately {

    private static final int MOST = 10_000;

    private final LinkedHashSet<String> urls = new LinkedHashSet<>();

    public synchronized void add(String url) {
        urls.addLast(url);
        if (urls.size() > MOST) {
            urls.removeFirst();
        }
    }

    public synchronized void remove(String url) {
        urls.remove(url);
    }

    public synchronized boolean contains(String url) {
        return urls.contains(url);
    }
}
