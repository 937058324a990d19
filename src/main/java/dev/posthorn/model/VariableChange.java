package dev.posthorn.model;

/// What a script did to one variable that outlives its send.
///
/// @param value a String, Boolean, Integer, Long, Double, List or Map as the script gave it; `Unset.UNSET` where it took the variable away
public record VariableChange(Place place, String name, Object value) {

    public enum Place { GLOBALS, ENVIRONMENT, COLLECTION }

    /// The value of a variable that was taken away.
    public enum Unset { UNSET }

    public boolean unset() {
        return value == Unset.UNSET;
    }
}
