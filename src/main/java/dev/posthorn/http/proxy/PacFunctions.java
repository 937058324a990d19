package dev.posthorn.http.proxy;

import dev.posthorn.js.Callback;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a proxy script can call: the functions of Netscape's paper, and Microsoft's for IPv6 (`…Ex`).
///
/// A function that needs an address gives null or false where there is none; the name server's trouble never ends a script.
final class PacFunctions {

    private final DialedSocket.Names names;
    private final Clock clock;

    PacFunctions(DialedSocket.Names names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    Map<String, Callback> all() {
        return Map.ofEntries(
                Map.entry("isPlainHostName", a -> text(a, 0).indexOf('.') < 0),
                Map.entry("dnsDomainIs", a -> lower(a, 0).endsWith(lower(a, 1))),
                Map.entry("localHostOrDomainIs", a -> lower(a, 0).equals(lower(a, 1)) || text(a, 0).indexOf('.') < 0 && lower(a, 1).startsWith(lower(a, 0) + ".")),
                Map.entry("dnsDomainLevels", a -> (int) text(a, 0).chars().filter(c -> c == '.').count()),
                Map.entry("shExpMatch", a -> Glob.matches(text(a, 1), text(a, 0))),
                Map.entry("isResolvable", a -> ipv4(text(a, 0)) != null),
                Map.entry("dnsResolve", a -> ipv4(text(a, 0))),
                Map.entry("myIpAddress", _ -> mine().stream().filter(i -> i.indexOf(':') < 0).findFirst().orElse("127.0.0.1")),
                Map.entry("isInNet", this::isInNet),
                Map.entry("isResolvableEx", a -> !addresses(text(a, 0)).isEmpty()),
                Map.entry("dnsResolveEx", a -> listed(addresses(text(a, 0)))),
                Map.entry("myIpAddressEx", _ -> String.join(";", mine())),
                Map.entry("isInNetEx", this::isInNetEx),
                Map.entry("sortIpAddressList", PacFunctions::sorted),
                Map.entry("getClientVersion", _ -> "1.0"),
                Map.entry("weekdayRange", a -> new PacDates(ZonedDateTime.now(clock), a).weekday()),
                Map.entry("dateRange", a -> new PacDates(ZonedDateTime.now(clock), a).date()),
                Map.entry("timeRange", a -> new PacDates(ZonedDateTime.now(clock), a).time()),
                Map.entry("alert", _ -> null));
    }

    private Object isInNet(List<Object> arguments) {
        var address = ipv4(text(arguments, 0));
        var pattern = Addresses.literal(text(arguments, 1));
        var mask = Addresses.literal(text(arguments, 2));
        if (address == null || pattern.isEmpty() || mask.isEmpty()) {
            return false;
        }
        var a = Addresses.literal(address).orElseThrow().getAddress();
        var p = pattern.get().getAddress();
        var m = mask.get().getAddress();
        for (var i = 0; i < a.length; i++) {
            if (p.length != a.length || m.length != a.length || (a[i] & m[i]) != (p[i] & m[i])) {
                return false;
            }
        }
        return true;
    }

    private Object isInNetEx(List<Object> arguments) {
        var network = text(arguments, 1);
        return network.indexOf('/') > 0 && addresses(text(arguments, 0)).stream().anyMatch(a -> Bypass.inNetwork(a.getHostAddress(), network));
    }

    private String ipv4(String host) {
        return addresses(host).stream().filter(a -> a.getAddress().length == 4).map(InetAddress::getHostAddress).findFirst().orElse(null);
    }

    private List<InetAddress> addresses(String host) {
        var literal = Addresses.literal(host);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        try {
            return host.isBlank() ? List.of() : names.of(host);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /// The addresses from which this machine would reach the world. Nothing is sent: a datagram socket only chooses its own end.
    private static List<String> mine() {
        return Arrays.stream(new String[] {"192.0.2.1", "2001:db8::1"}).map(PacFunctions::towards).filter(a -> !a.isEmpty()).toList();
    }

    private static String towards(String far) {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(far), 9));
            var address = socket.getLocalAddress();
            return address == null || address.isAnyLocalAddress() ? "" : address.getHostAddress();
        } catch (SocketException | java.io.UncheckedIOException e) {
            return "";
        }
    }

    private static Object listed(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(";"));
    }

    /// IPv6 first, then by number.
    private static Object sorted(List<Object> arguments) {
        var all = Arrays.stream(text(arguments, 0).split(";")).map(String::strip).map(Addresses::literal).toList();
        if (all.stream().anyMatch(java.util.Optional::isEmpty)) {
            return false;
        }
        return listed(all.stream().map(java.util.Optional::orElseThrow)
                .sorted(Comparator.comparing((InetAddress a) -> -a.getAddress().length).thenComparing(InetAddress::getAddress, Arrays::compareUnsigned)).toList());
    }

    private static String text(List<Object> arguments, int index) {
        return index < arguments.size() && arguments.get(index) != null ? String.valueOf(arguments.get(index)) : "";
    }

    private static String lower(List<Object> arguments, int index) {
        return text(arguments, index).toLowerCase(Locale.ROOT);
    }
}
