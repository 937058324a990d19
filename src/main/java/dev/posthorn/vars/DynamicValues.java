package dev.posthorn.vars;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The variables that make a new value each time they are used: `{{$guid}}`, `{{$randomCity}}` and so on, the 118 of Postman
/// (https://learning.postman.com/docs/tests-and-scripts/write-scripts/variables-list/), with values of the same form.
public final class DynamicValues implements Scope {

    private final Map<String, Dynamic> all = new LinkedHashMap<>();

    /// Safe for several threads where `random` is.
    public DynamicValues(Clock clock, RandomGenerator random) {
        var picks = new Picks(random);
        var fakes = new Fakes(random);
        var people = new DynamicPeople(picks, fakes);
        var words = new DynamicWords(picks, fakes);
        Stream.of(new DynamicTimes(picks, clock).all(), people.all(), new DynamicPlaces(picks, people).all(), new DynamicNet(picks, fakes, people).all(),
                new DynamicTrade(picks, fakes, people).all(), words.all(), new DynamicFiles(picks, words).all())
                .flatMap(List::stream).forEach(dynamic -> all.put(dynamic.name(), dynamic));
    }

    @Override
    public String name() {
        return "made for each use";
    }

    @Override
    public Optional<Found> find(String variable) {
        return Optional.ofNullable(all.get(variable)).map(dynamic -> new Found(variable, dynamic.maker().get(), name(), false));
    }

    /// An example in place of a value, since making one may take time.
    @Override
    public Optional<Found> look(String variable) {
        return Optional.ofNullable(all.get(variable)).map(dynamic -> new Found(variable, dynamic.example(), name(), false));
    }

    @Override
    public Optional<String> about(String variable) {
        return Optional.ofNullable(all.get(variable)).map(Dynamic::description);
    }

    @Override
    public List<String> names() {
        return List.copyOf(all.keySet());
    }
}
