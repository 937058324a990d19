package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class Ipv6Test {

    @Test
    void theLongestRunOfZerosIsLeftOut() {
        Map.of("0:0:0:0:0:0:0:1", "::1", "0:0:0:0:0:0:0:0", "::", "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1", "2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1",
                "fe80:0:0:0:1:0:0:2%eth0", "fe80::1:0:0:2%eth0", "1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8", "2001:db8:0:0:0:0:0:0", "2001:db8::", "10:0:0:100:1:1:1:1", "10::100:1:1:1:1")
                .forEach((whole, wanted) -> assertEquals(wanted, Ipv6.shortened(whole)));
    }
}
