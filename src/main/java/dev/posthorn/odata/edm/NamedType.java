package dev.posthorn.odata.edm;

/// A type that the service defines itself.
public sealed interface NamedType permits StructuredType, EnumType, TypeDefinition {

    /// With namespace.
    String name();

    Words words();
}
