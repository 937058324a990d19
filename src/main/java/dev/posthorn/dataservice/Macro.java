package dev.posthorn.dataservice;

import java.util.Arrays;
import java.util.Locale;

/// Values that the server works out when the query is run, by Creatio's numbers.
public enum Macro {
    CURRENT_USER(1), CURRENT_USER_CONTACT(2), YESTERDAY(3), TODAY(4), TOMORROW(5), PREVIOUS_WEEK(6), CURRENT_WEEK(7), NEXT_WEEK(8), PREVIOUS_MONTH(9), CURRENT_MONTH(10), NEXT_MONTH(11),
    PREVIOUS_QUARTER(12), CURRENT_QUARTER(13), NEXT_QUARTER(14), PREVIOUS_HALF_YEAR(15), CURRENT_HALF_YEAR(16), NEXT_HALF_YEAR(17), PREVIOUS_YEAR(18), CURRENT_YEAR(19), PREVIOUS_HOUR(20),
    CURRENT_HOUR(21), NEXT_HOUR(22), NEXT_YEAR(23), OTHER(0);

    private final int number;

    Macro(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static Macro of(int number) {
        return Arrays.stream(values()).filter(m -> m.number == number).findFirst().orElse(OTHER);
    }

    @Override
    public String toString() {
        var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
