package dev.posthorn.js;

import java.util.List;

/// A script with all it needs to be run by an event loop.
///
/// @param files  scripts of ours that come first, once in a world. Each is an expression whose value is a function; the first one takes the bridge to the program and gives `ph` and the
///               functions that drive the loop, the others take `ph`
/// @param loads  gives a script of ours by name while another one runs, such as a library
/// @param script the user's, an expression whose value is a function without parameters
/// @param shift  how many characters of ours stand before the user's in its first line
/// @param state  JSON, what the files of ours are told of this script
/// @param tell   a question that is answered at once
/// @param ask    a question whose answer takes time: it is called on a thread of its own, interrupted where the script ends before
public record Play(List<Script> files, Loads loads, Script script, int shift, String state, Tell tell, Ask ask) {

    @FunctionalInterface
    public interface Loads {
        Script script(String name);
    }

    @FunctionalInterface
    public interface Tell {
        /// What it throws becomes an Error in the script.
        Object answer(String name, List<Object> arguments);
    }

    @FunctionalInterface
    public interface Ask {
        Object answer(String name, List<Object> arguments) throws Exception;
    }
}
