package dev.posthorn.dataservice;

import java.util.Arrays;

/// How a filter compares, by Creatio's numbers of comparisons and of the kind of filter that each is.
public enum Comparison {
    EQUAL(3, 1, "="), NOT_EQUAL(4, 1, "≠"), LESS(5, 1, "<"), LESS_OR_EQUAL(6, 1, "≤"), GREATER(7, 1, ">"), GREATER_OR_EQUAL(8, 1, "≥"), STARTS(9, 1, "starts with"), NOT_STARTS(10, 1, "does not start with"),
    CONTAINS(11, 1, "contains"), NOT_CONTAINS(12, 1, "does not contain"), ENDS(13, 1, "ends with"), NOT_ENDS(14, 1, "does not end with"), NULL(1, 2, "is empty"), NOT_NULL(2, 2, "is not empty"),
    BETWEEN(0, 3, "is between"), IN(3, 4, "is one of"), NOT_IN(4, 4, "is none of"), EXISTS(15, 5, "there are rows of"), NOT_EXISTS(16, 5, "there are no rows of");

    private final int number;
    private final int filter;
    private final String words;

    Comparison(int number, int filter, String words) {
        this.number = number;
        this.filter = filter;
        this.words = words;
    }

    int number() {
        return number;
    }

    int filter() {
        return filter;
    }

    /// Whether it has a value on its right side, and how many.
    public int operands() {
        return switch (filter) {
            case 1, 4 -> 1;
            case 3 -> 2;
            default -> 0;
        };
    }

    static Comparison of(int filter, int number) {
        var usual = filter == 2 ? NULL : filter == 3 ? BETWEEN : filter == 4 ? IN : filter == 5 ? EXISTS : EQUAL;
        return Arrays.stream(values()).filter(c -> c.filter == filter && c.number == number).findFirst().orElse(usual);
    }

    @Override
    public String toString() {
        return words;
    }
}
