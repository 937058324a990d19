package dev.posthorn.ui.response;

import java.util.function.Consumer;

/// What the user can do about tests, from where their results are shown.
///
/// @param write opens the script after the response, to write a test
/// @param go    shows the place of an error in its script
/// @param again runs the tests on the answer that is shown, without sending; null where that cannot be
public record TestActions(Runnable write, Consumer<ScriptSpot> go, Runnable again) {

    static final TestActions NONE = new TestActions(() -> {}, _ -> {}, null);
}
