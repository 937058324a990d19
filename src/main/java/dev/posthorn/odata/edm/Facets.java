package dev.posthorn.odata.edm;

/// The limits of a property's values.
///
/// @param nullable  whether the value may be missing
/// @param maxLength as written, a number or `max`; "" where there is none
/// @param precision "" where there is none
/// @param scale     a number, `variable` or `floating`; "" where there is none
/// @param srid      the coordinate system of a place; "" where there is none
/// @param value     the default value, null where there is none
public record Facets(boolean nullable, String maxLength, String precision, String scale, String srid, String value) {

    public static final Facets NONE = new Facets(true, "", "", "", "", null);

    /// Most properties have none: they share one.
    static Facets of(boolean nullable, String maxLength, String precision, String scale, String srid, String value) {
        var facets = new Facets(nullable, maxLength, precision, scale, srid, value);
        return facets.equals(NONE) ? NONE : facets;
    }
}
