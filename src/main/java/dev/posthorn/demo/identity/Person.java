package dev.posthorn.demo.identity;

import java.util.List;
import java.util.Optional;

/// Somebody who can log in.
///
/// @param locked cannot log in, however right the password is
record Person(String id, String user, String name, String password, boolean locked) {

    static final List<Person> ALL = List.of(
            new Person("1001", "ann", "Ann Postilion", "secret", false),
            new Person("1002", "bob", "Bob Coachman", "secret", false),
            new Person("1003", "carl", "Carl Tollkeeper", "secret", true));

    static Optional<Person> find(String user) {
        return ALL.stream().filter(p -> p.user.equals(user)).findFirst();
    }

    /// Why this person cannot log in with that password; empty where it is right.
    static Optional<String> refused(String user, String password) {
        var person = find(user).filter(p -> p.password.equals(password));
        if (person.isEmpty()) {
            return Optional.of("User name or password is wrong.");
        }
        return person.get().locked ? Optional.of("The account " + user + " is locked.") : Optional.empty();
    }

    String email() {
        return user + "@posthorn.example";
    }
}
