package dev.posthorn.imports.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Writes out the sets and ranges of a URL as curl does: `{a,b}`, `[1-10]`, `[001-100]`, `[a-z:2]`.
final class Globbing {

    /// More URLs than these are not written out.
    static final int MOST = 100;

    private static final Pattern SET = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern RANGE = Pattern.compile("\\[(?:(\\d{1,9})-(\\d{1,9})|([a-zA-Z])-([a-zA-Z]))(?::(\\d{1,9}))?]");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]*}}");

    private Globbing() {}

    /// All URLs that it stands for; empty where they are more than `MOST`.
    static Optional<List<String>> urls(String url) {
        var pieces = new ArrayList<List<String>>();
        var count = 1L;
        var at = 0;
        while (at < url.length()) {
            var set = SET.matcher(url).region(at, url.length());
            var range = RANGE.matcher(url).region(at, url.length());
            var variable = VARIABLE.matcher(url).region(at, url.length());
            List<String> next;
            if (variable.lookingAt()) {
                next = List.of(variable.group());
                at = variable.end();
            } else if (set.lookingAt()) {
                next = List.of(set.group(1).split(",", -1));
                at = set.end();
            } else if (range.lookingAt()) {
                next = range.group(1) != null ? numbers(range.group(1), range.group(2), step(range.group(5)))
                        : letters(range.group(3).charAt(0), range.group(4).charAt(0), step(range.group(5)));
                at = range.end();
            } else if (url.charAt(at) == '\\' && at + 1 < url.length() && "{}[]".indexOf(url.charAt(at + 1)) >= 0) {
                next = List.of(url.substring(at + 1, at + 2));
                at += 2;
            } else {
                var end = at + 1;
                while (end < url.length() && "{[\\".indexOf(url.charAt(end)) < 0) {
                    end++;
                }
                next = List.of(url.substring(at, end));
                at = end;
            }
            count *= next.size();
            if (count > MOST) {
                return Optional.empty();
            }
            pieces.add(next);
        }
        return Optional.of(IntStream.range(0, (int) count).mapToObj(number -> joined(pieces, number)).toList());
    }

    /// The URL with that number, the last set counting fastest.
    private static String joined(List<List<String>> pieces, int number) {
        var chosen = new String[pieces.size()];
        var left = number;
        for (var i = pieces.size() - 1; i >= 0; i--) {
            chosen[i] = pieces.get(i).get(left % pieces.get(i).size());
            left /= pieces.get(i).size();
        }
        return String.join("", chosen);
    }

    private static int step(String text) {
        return text == null ? 1 : Math.max(1, Integer.parseInt(text));
    }

    private static List<String> numbers(String from, String to, int step) {
        var all = new ArrayList<String>();
        for (long n = Long.parseLong(from); n <= Long.parseLong(to) && all.size() <= MOST; n += step) {
            all.add(from.startsWith("0") ? String.format("%0" + from.length() + "d", n) : Long.toString(n));
        }
        return all;
    }

    private static List<String> letters(char from, char to, int step) {
        var all = new ArrayList<String>();
        for (var c = (int) from; c <= to; c += step) {
            all.add(Character.toString(c));
        }
        return all;
    }
}
