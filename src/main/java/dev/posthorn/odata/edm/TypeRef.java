package dev.posthorn.odata.edm;

/// The type of a value: a name with its namespace, such as `Edm.String` or `Sales.Address`, and whether it is a list of them.
public record TypeRef(String name, boolean many) {

    public static final TypeRef STRING = new TypeRef("Edm.String", false);

    public boolean primitive() {
        return name.startsWith("Edm.");
    }

    /// The name without its namespace.
    public String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public TypeRef one() {
        return many ? new TypeRef(name, false) : this;
    }

    @Override
    public String toString() {
        return many ? "Collection(" + name + ")" : name;
    }
}
