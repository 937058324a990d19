package dev.posthorn.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a script asks of the program that takes its time: requests, cookies, the vault, data sets. Called on a thread of its own.
final class Asked {

    private final Host host;

    Asked(Host host) {
        this.host = host;
    }

    Object answer(String name, List<Object> arguments) throws Host.Refusal {
        return switch (name) {
            case "send" -> answered(host.send(map(arguments, 0)));
            case "cookies" -> host.cookies(text(arguments, 0), list(arguments, 1));
            case "vault" -> host.vault(text(arguments, 0), list(arguments, 1));
            case "runRequest" -> answered(host.runRequest(text(arguments, 0), map(arguments, 1)));
            case "dataset" -> host.dataset(text(arguments, 0));
            case "source" -> host.source(text(arguments, 0));
            default -> throw new Host.Refusal("There is nothing called " + name);
        };
    }

    private static Map<String, Object> answered(Host.Answered answered) {
        var response = new LinkedHashMap<>(StateText.answer(answered.answer()));
        response.put("bodyBase64", new Body(answered.answer()).base64());
        return Map.of("response", response, "cookies", answered.cookies());
    }

    private static Object at(List<Object> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static String text(List<Object> arguments, int index) {
        var value = at(arguments, index);
        return value == null ? "" : value.toString();
    }

    private static Map<String, Object> map(List<Object> arguments, int index) {
        var map = new LinkedHashMap<String, Object>();
        if (at(arguments, index) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    /// Given as a list, or one after the other.
    private static List<Object> list(List<Object> arguments, int from) {
        if (at(arguments, from) instanceof List<?> given && arguments.size() == from + 1) {
            return new java.util.ArrayList<>(given);
        }
        return from < arguments.size() ? arguments.subList(from, arguments.size()) : List.of();
    }
}
