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

    private Values() {}

    static Object toJava(Value value) {
        return toJava(value, 0);
    }

    private static Object toJava(Value value, int depth) {
        if (value == null || value.isNull() || depth > DEEPEST) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isString()) {
            return value.asString();
        }
        if (value.isNumber()) {
            return value.fitsInInt() ? (Object) value.asInt() : (Object) value.asDouble();
        }
        if (value.hasArrayElements()) {
            var list = new ArrayList<Object>();
            for (var i = 0L; i < value.getArraySize(); i++) {
                list.add(toJava(value.getArrayElement(i), depth + 1));
            }
            return list;
        }
        if (value.hasMembers() && !value.canExecute()) {
            var map = new LinkedHashMap<String, Object>();
            for (var key : value.getMemberKeys()) {
                map.put(key, toJava(value.getMember(key), depth + 1));
            }
            return map;
        }
        return value.toString();
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
