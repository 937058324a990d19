package dev.posthorn.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A terminal that keeps what was printed.
final class Printed {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Terminal terminal(boolean colour) {
        return new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), colour);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
