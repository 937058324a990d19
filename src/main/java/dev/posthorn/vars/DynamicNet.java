package dev.posthorn.vars;

import java.util.ArrayList;
import java.util.List;

/// What the Internet is made of: addresses, names, numbers, pictures.
record DynamicNet(Picks picks, Fakes fakes, DynamicPeople people) {

    private static final List<String> SUFFIXES = List.of("com", "biz", "info", "name", "net", "org");
    private static final String WORD = Picks.DIGITS + Picks.LOWER + Picks.UPPER + "_";
    private static final String PICTURE = "http://placeimg.com/640/480";

    List<Dynamic> all() {
        var all = new ArrayList<Dynamic>(List.of(
                new Dynamic("$randomIP", "An IPv4 address", "241.102.234.100", () -> picks.joined(4, ".", () -> Integer.toString(picks.between(0, 255)))),
                new Dynamic("$randomIPV6", "An IPv6 address", "dbe2:7ae6:119b:c161:1560:6dda:3a9b:90a9", () -> picks.joined(8, ":", () -> picks.of(Picks.HEX, 4))),
                new Dynamic("$randomMACAddress", "A MAC address", "33:d4:68:5f:b4:c7", () -> picks.joined(6, ":", () -> picks.of(Picks.HEX, 2))),
                new Dynamic("$randomPassword", "A password of 15 letters and digits", "t9iXe7COoDKv8k3", () -> picks.of(WORD, 15)),
                new Dynamic("$randomLocale", "A language by its two letters (ISO 639-1)", "ny", () -> picks.one(List.of(java.util.Locale.getISOLanguages()))),
                new Dynamic("$randomUserAgent", "A browser's name for itself", "Mozilla/5.0 (Windows NT 6.1; WOW64; rv:11.8) Gecko/20100101 Firefox/11.8.6", fakes::userAgent),
                new Dynamic("$randomProtocol", "http or https", "https", this::protocol),
                new Dynamic("$randomSemver", "A version of three numbers", "7.0.5", () -> picks.joined(3, ".", () -> picks.of(Picks.DIGITS, 1))),
                new Dynamic("$randomHexColor", "A colour in hexadecimal", "#47594a", () -> "#" + picks.of(Picks.HEX, 6)),
                new Dynamic("$randomDomainName", "A domain", "gracie.biz", this::domain),
                new Dynamic("$randomDomainSuffix", "The last part of a domain", "org", () -> picks.one(SUFFIXES)),
                new Dynamic("$randomDomainWord", "The first part of a domain", "gwen", people::domainWord),
                new Dynamic("$randomUrl", "An address of a page", "https://anais.net", () -> protocol() + "://" + domain()),
                new Dynamic("$randomAvatarImage", "An address of a portrait", "https://cdn.fakercloud.com/avatars/anita_128.jpg",
                        () -> "https://cdn.fakercloud.com/avatars/" + people.domainWord() + "_128.jpg"),
                new Dynamic("$randomImageUrl", "An address of a picture", PICTURE, () -> PICTURE),
                new Dynamic("$randomImageDataUri", "A picture as a data URI", "data:image/svg+xml;charset=UTF-8,%3Csvg…", this::picture)));
        for (var subject : List.of("Abstract", "Animals", "Business", "Cats", "City", "Food", "Nightlife", "Fashion", "People", "Nature", "Sports", "Transport")) {
            var address = PICTURE + "/" + subject.toLowerCase(java.util.Locale.ROOT);
            all.add(new Dynamic("$random" + subject + "Image", "An address of a picture: " + subject.toLowerCase(java.util.Locale.ROOT), address, () -> address));
        }
        return all;
    }

    private String protocol() {
        return picks.chance(2) ? "http" : "https";
    }

    private String domain() {
        return people.domainWord() + "." + picks.one(SUFFIXES);
    }

    private String picture() {
        return "data:image/svg+xml;charset=UTF-8,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20version%3D%221.1%22%20baseProfile%3D%22full%22"
                + "%20width%3D%22640%22%20height%3D%22480%22%3E%3Crect%20width%3D%22100%25%22%20height%3D%22100%25%22%20fill%3D%22grey%22%2F%3E"
                + "%3Ctext%20x%3D%22320%22%20y%3D%22240%22%20font-size%3D%2220%22%20alignment-baseline%3D%22middle%22%20text-anchor%3D%22middle%22"
                + "%20fill%3D%22white%22%3E640x480%3C%2Ftext%3E%3C%2Fsvg%3E";
    }
}
