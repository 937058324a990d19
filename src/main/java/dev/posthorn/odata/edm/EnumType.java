package dev.posthorn.odata.edm;

import java.util.List;

/// A choice of names with numbers behind them.
///
/// @param flags whether several may be set at once
public record EnumType(String name, String underlying, boolean flags, List<Member> members, Words words) implements NamedType {

    public record Member(String name, String value, Words words) {}

    public EnumType {
        members = List.copyOf(members);
    }

    public List<String> names() {
        return members.stream().map(Member::name).toList();
    }
}
