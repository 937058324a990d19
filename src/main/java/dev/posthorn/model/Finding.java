package dev.posthorn.model;

import java.util.List;

/// What the doctor found out about a login, in words.
///
/// @param fault    a stable name of the kind, as "credentials-elsewhere"
/// @param sentence what is wrong
/// @param advice   what to do, a sentence or more
public record Finding(String fault, String sentence, String advice, List<Mend> mends) {
    public Finding {
        mends = List.copyOf(mends);
    }
}
