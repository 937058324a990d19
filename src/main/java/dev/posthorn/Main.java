package dev.posthorn;

/// Starts Posthorn.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(2);
    }
}
