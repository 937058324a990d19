package dev.posthorn.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// How a collection or folder was run the last time.
///
/// @param order       ids of the requests in the order of their turns; empty for that of the collection
/// @param left        ids of those that are not sent
/// @param environment by its name, empty for none; null for the one that the window uses
/// @param rounds      iterations, from 1
/// @param delay       between two requests, in milliseconds
/// @param data        a data file; null for none
/// @param bail        stop at the first failure
/// @param keepCookies between iterations
/// @param lanes       how many iterations run at once, from 1
/// @param timeout     of each request in milliseconds; 0 for none
/// @param scripts     limit of each script in milliseconds; 0 for none
/// @param insecure    certificates are not verified
public record RunSetup(List<String> order, Set<String> left, String environment, int rounds, int delay, Path data, boolean bail, boolean keepCookies, int lanes, int timeout,
        int scripts, boolean insecure) {

    public static final RunSetup DEFAULT = new RunSetup(List.of(), Set.of(), null, 1, 0, null, false, true, 1, 0, 0, false);

    public RunSetup {
        order = List.copyOf(order);
        left = Set.copyOf(left);
        rounds = Math.max(1, rounds);
        delay = Math.max(0, delay);
        lanes = Math.max(1, lanes);
        timeout = Math.max(0, timeout);
        scripts = Math.max(0, scripts);
    }
}
