package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.odata.result.Row;

/// A change that is about to be sent.
///
/// @param title   "Delete Account('7')"
/// @param request what is sent, with the address as the service knows it
/// @param row     what it changes; null for what is new, and for calls
/// @param kind    what is done with the grid when it went well
record Changing(String title, Request request, Row row, Kind kind) {
    enum Kind { CREATE, UPDATE, DELETE, LINK, UNLINK, FILE, CALL }
}
