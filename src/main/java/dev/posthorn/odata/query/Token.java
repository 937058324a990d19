package dev.posthorn.odata.query;

/// One word or sign of an expression.
///
/// @param text  as it stands there
/// @param type  of a literal its type, such as `Edm.Guid`; of a faulty one (`BAD`) what is wrong; else ""
/// @param space whether white space stands before it
record Token(Kind kind, String text, String type, int start, int end, boolean space) {

    enum Kind { NAME, LITERAL, VARIABLE, OPEN, CLOSE, COMMA, SLASH, COLON, EQUALS, MINUS, STAR, BAD, END }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean word(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
