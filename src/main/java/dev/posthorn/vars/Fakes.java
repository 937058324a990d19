package dev.posthorn.vars;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import net.datafaker.Faker;

/// The word lists of Datafaker, which stem from those that Postman's library has. Reading them takes a second on a slow machine: that waits for the
/// first variable that needs one, and the commonest (names of people, addresses, numbers) need none.
final class Fakes {

    private final RandomGenerator random;
    private final Map<String, List<?>> lists = new ConcurrentHashMap<>();
    private Faker faker;

    Fakes(RandomGenerator random) {
        this.random = random;
    }

    /// A word of a list, by its key such as "commerce.department".
    String word(String key) {
        return one(list(key)).toString();
    }

    /// A word of one of the lists in a list.
    String word(String key, int list) {
        return one((List<?>) list(key).get(list)).toString();
    }

    /// An IBAN of some country, with true check digits.
    String iban() {
        return faker().finance().iban();
    }

    String userAgent() {
        return faker().internet().userAgent();
    }

    private Object one(List<?> words) {
        return words.get(random.nextInt(words.size()));
    }

    private List<?> list(String key) {
        return lists.computeIfAbsent(key, k -> faker().fakeValuesService().<List<?>>fetchObject(k, faker().getContext()));
    }

    private synchronized Faker faker() {
        if (faker == null) {
            faker = new Faker(Locale.ENGLISH, Random.from(random));
        }
        return faker;
    }
}
