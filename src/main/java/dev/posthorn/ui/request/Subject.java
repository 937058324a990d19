package dev.posthorn.ui.request;

/// Whose authorization a form shows: a request inherits it, a folder inherits it and passes it on, a collection only passes it on.
enum Subject {
    REQUEST("this request", "Inherit from parent", "The nearest folder above that sets an authorization decides, else the collection."),
    FOLDER("this folder", "Inherit from parent", "The nearest folder above that sets an authorization decides, else the collection; what is set here holds for all requests below that inherit."),
    COLLECTION("this collection", "Not set", "Requests that inherit are sent without an authorization. What is set here holds for all of them.");

    private final String words;
    private final String unset;
    private final String unsetMeans;

    Subject(String words, String unset, String unsetMeans) {
        this.words = words;
        this.unset = unset;
        this.unsetMeans = unsetMeans;
    }

    String words() {
        return words;
    }

    /// What the choice of no type of its own is called.
    String unset() {
        return unset;
    }

    String unsetMeans() {
        return unsetMeans;
    }
}
