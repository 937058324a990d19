package dev.posthorn.demo.creatio;

import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.Changes;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;

/// The DataService of a Creatio: queries as JSON over its tables.
final class DataService {
    DataService(Tables tables, Changes changes) {}

    Answer answer(Asked asked, String query) {
        return Answer.empty(501);
    }
}
