package dev.posthorn.js;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/// Carries values between Java and a script as copies.
final class Values {

    private static final int DEEPEST = 100;
    /// Parts of one value: a script could hand over something without end.
    private static final int MOST = 1_000_000;

    private int parts;

    private Values() {}

    static Object toJava(Value value) {
        return new Values().copy(value, 0);
    }

    private Object copy(Value value, int depth) {
        if (value == null || value.isNull() || depth > DEEPEST) {
            return null;
        }
        if (++parts > MOST) {
            throw new IllegalArgumentException("A value of more than " + MOST + " parts cannot be handed over");
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isString()) {
            return value.asString();
        }
        if (value.isNumber()) {
            return number(value);
        }
        if (value.hasArrayElements()) {
            return list(value, depth);
        }
        if (value.hasMembers() && !value.canExecute()) {
            return map(value, depth);
        }
        return value.toString();
    }

    private static Object number(Value value) {
        if (value.fitsInInt()) {
            return value.asInt();
        }
        if (value.fitsInLong()) {
            return value.asLong();
        }
        return value.fitsInDouble() ? (Object) value.asDouble() : value.toString();
    }

    private List<Object> list(Value value, int depth) {
        var size = value.getArraySize();
        if (size > MOST) {
            throw new IllegalArgumentException("A list of more than " + MOST + " parts cannot be handed over");
        }
        var list = new ArrayList<Object>();
        for (var i = 0L; i < size; i++) {
            list.add(copy(value.getArrayElement(i), depth + 1));
        }
        return list;
    }

    private Map<String, Object> map(Value value, int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (var key : value.getMemberKeys()) {
            map.put(key, copy(value.getMember(key), depth + 1));
        }
        return map;
    }

    static Object toScript(Object value) {
        return switch (value) {
            case List<?> list -> ProxyArray.fromList(new ArrayList<Object>(list.stream().map(Values::toScript).toList()));
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Object>();
                map.forEach((key, member) -> members.put(String.valueOf(key), toScript(member)));
                yield ProxyObject.fromMap(members);
            }
            case null -> null;
            default -> value;
        };
    }
}
