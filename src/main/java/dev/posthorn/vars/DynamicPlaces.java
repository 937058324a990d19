package dev.posthorn.vars;

import java.util.List;
import java.util.Locale;

/// Places, their addresses, and telephones.
record DynamicPlaces(Picks picks, DynamicPeople people) {

    private static final List<String> BEFORE_CITY = List.of("North", "East", "West", "South", "New", "Lake", "Port");
    private static final List<String> AFTER_CITY = Picks.words("town, ton, land, ville, berg, burgh, borough, bury, view, port, mouth, stad, furt, chester, fort, haven, side, shire");
    private static final List<String> CITIES = Picks.words("""
            Akron, Albany, Anaheim, Austin, Bakersfield, Baltimore, Bellevue, Berkeley, Boise, Boulder, Buffalo, Carlsbad, Chandler, Charleston, Chicago, Cleveland
            Columbia, Dallas, Dayton, Denver, Detroit, Durham, Elgin, Eugene, Fargo, Fresno, Garland, Glendale, Hartford, Houston, Independence, Irvine, Joliet
            Kansas City, Lakewood, Laredo, Lincoln, Macon, Madison, Memphis, Mesa, Miami, Mobile, Naperville, Nashville, Newark, Norfolk, Oakland, Omaha, Orlando
            Palo Alto, Pasadena, Phoenix, Plano, Portland, Provo, Raleigh, Reno, Richmond, Rochester, Sacramento, Salinas, Salt Lake City, San Diego, Santa Fe
            Savannah, Scottsdale, Seattle, Spokane, St. Louis, Stockton, Tacoma, Tampa, Topeka, Tucson, Tulsa, Utica, Warren, Wichita, Wilmington, Yuma""");
    private static final List<String> STREETS = Picks.words("""
            Alley, Avenue, Bridge, Brook, Burg, Bypass, Camp, Canyon, Cape, Center, Circle, Cliff, Club, Common, Corner, Course, Court, Cove, Creek, Crescent, Crossing
            Dale, Dam, Drive, Estate, Expressway, Extension, Fall, Ferry, Field, Flat, Ford, Forest, Forge, Fork, Fort, Freeway, Garden, Gateway, Glen, Green, Grove
            Harbor, Haven, Heights, Highway, Hill, Hollow, Inlet, Island, Junction, Key, Knoll, Lake, Landing, Lane, Light, Loaf, Lock, Lodge, Loop, Mall, Manor
            Meadow, Mews, Mill, Mission, Motorway, Mountain, Neck, Orchard, Oval, Park, Parkway, Pass, Passage, Path, Pike, Pine, Place, Plain, Plaza, Point, Port
            Prairie, Ramp, Ranch, Rapid, Ridge, River, Road, Route, Row, Run, Shoal, Shore, Skyway, Spring, Spur, Square, Station, Stravenue, Stream, Street, Summit
            Terrace, Trace, Track, Trail, Tunnel, Turnpike, Underpass, Union, Valley, Via, View, Village, Ville, Vista, Walk, Way, Well""");

    List<Dynamic> all() {
        return List.of(
                new Dynamic("$randomPhoneNumber", "A telephone number of 10 digits", "700-008-5275", this::phone),
                new Dynamic("$randomPhoneNumberExt", "A telephone number with a code before it", "27-199-983-3864", () -> picks.between(1, 99) + "-" + phone()),
                new Dynamic("$randomCity", "A city", "Spinkahaven", this::city),
                new Dynamic("$randomStreetName", "A street", "Kuhic Island", this::street),
                new Dynamic("$randomStreetAddress", "A house and its street", "5742 Harvey Streets", () -> picks.of(Picks.DIGITS, picks.between(3, 5)) + " " + street()),
                new Dynamic("$randomCountry", "A country", "Lao People's Democratic Republic", this::country),
                new Dynamic("$randomCountryCode", "A country by its two letters (ISO 3166-1)", "CV", () -> picks.one(List.of(Locale.getISOCountries()))),
                new Dynamic("$randomLatitude", "A latitude, -90 to 90", "55.2099", () -> degrees(90)),
                new Dynamic("$randomLongitude", "A longitude, -180 to 180", "40.6609", () -> degrees(180)));
    }

    private String phone() {
        return picks.of("23456789", 1) + picks.of(Picks.DIGITS, 2) + "-" + picks.of("23456789", 1) + picks.of(Picks.DIGITS, 2) + "-" + picks.of(Picks.DIGITS, 4);
    }

    private String city() {
        return switch (picks.between(0, 4)) {
            case 0 -> picks.one(BEFORE_CITY) + " " + people.first() + picks.one(AFTER_CITY);
            case 1 -> picks.one(BEFORE_CITY) + " " + people.first();
            case 2 -> people.first() + picks.one(AFTER_CITY);
            case 3 -> DynamicPeople.plain(people.last()) + picks.one(AFTER_CITY);
            default -> picks.one(CITIES);
        };
    }

    private String street() {
        return (picks.chance(2) ? people.first() : people.last()) + " " + picks.one(STREETS);
    }

    private String country() {
        return Locale.of("", picks.one(List.of(Locale.getISOCountries()))).getDisplayCountry(Locale.ENGLISH);
    }

    private String degrees(int most) {
        return String.format(Locale.ROOT, "%.4f", picks.random().nextDouble(-most, most));
    }
}
