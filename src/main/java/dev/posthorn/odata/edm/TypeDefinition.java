package dev.posthorn.odata.edm;

/// Another name for a built-in type, such as `Sales.Weight` for `Edm.Decimal`.
public record TypeDefinition(String name, String underlying, Facets facets, Words words) implements NamedType {}
