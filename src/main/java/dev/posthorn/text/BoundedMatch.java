package dev.posthorn.text;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions of users, which must never hold the program up: Java's go back and forth on some texts for years. A match is given up after a while.
public final class BoundedMatch {

    /// How long one match may take.
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    /// The expression is none, or its match was given up.
    public static final class Problem extends Exception {
        private static final long serialVersionUID = 1;

        private Problem(String message) {
            super(message);
        }
    }

    private final Pattern pattern;

    private BoundedMatch(Pattern pattern) {
        this.pattern = pattern;
    }

    /// @throws Problem with the place where the expression is wrong, "Unclosed group at character 5"
    public static BoundedMatch of(String expression) throws Problem {
        try {
            return new BoundedMatch(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            var place = e.getIndex() < 0 ? "" : " at character " + Math.min(e.getIndex() + 1, expression.length());
            throw new Problem(e.getDescription() + place);
        } catch (StackOverflowError e) {
            throw new Problem("it is nested too deep");
        }
    }

    /// Whether it matches somewhere in the text.
    public boolean find(CharSequence text) throws Problem {
        return bounded(text, false);
    }

    /// Whether it matches the text from its beginning to its end.
    public boolean whole(CharSequence text) throws Problem {
        return bounded(text, true);
    }

    private boolean bounded(CharSequence text, boolean whole) throws Problem {
        try {
            var matcher = pattern.matcher(new WatchedText(text, PATIENCE));
            return whole ? matcher.matches() : matcher.find();
        } catch (WatchedText.OutOfTime e) {
            throw new Problem("it was given up after " + PATIENCE.toSeconds() + " s: the expression goes back and forth too often on this text");
        } catch (StackOverflowError e) {
            throw new Problem("it goes too deep on this text: a group that repeats, such as (a|b)*, may be written as a class, [ab]*");
        }
    }
}
