package dev.posthorn.demo.data;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Believable names of people, firms and places from all over the world, the same ones for the same number.
public final class Names {

    private static final String[] GIVEN = words("Ann,Zoë,Łukasz,Søren,Ольга,José,Åsa,François,Jürgen,李娜,Marta,Nikos,Amélie,Björn,Chiara,Diego,Eilidh,Fatima,Gábor,Hana,İrem,Jürg,"
            + "Kateřina,Lars,Małgorzata,Niamh,Oleksandr,Priya,Quentin,Rosa,Siân,Tomás,Ülkü,Václav,Wiebke,Xavier,Yūki,Žofia,Ömer,Émile,Dmytro,Ingrid,Pál");
    private static final String[] FAMILY = words("Postilion,Coachman,Müller,Nowak,Østergaard,Гончар,García,Lindström,Dupont,Großmann,王,Papadopoulos,O'Brien,Nagy,Yılmaz,Dvořák,Šimek,"
            + "Kowalczyk,Björnsson,Rossi,Silva,Fernández,Ünal,Çelik,van den Berg,Sørensen,Nguyễn,佐藤,Fitzgerald,Marchand,Bäcker,Świątek,Horváth,Ivanov,Łuczak,McKenna,Žukauskas");
    private static final String[] FIRM = words("Posthorn,Alpha,Nordlicht,Blue Harbour,Silberfluss,Great Northern,Vltava,Café,Ångström,Sonne & Mond,Three Gates,Quicksilver,Étoile,Grünwald,Old Mill,"
            + "Mountain Pass,Złota Góra,Kestrel,Ørsted,Milestone,Río Verde,Tollhouse,Kaiserstraße,Red Lantern,Bright Water,Hanse,Crossroads,東京,Fjord,Waystation,Amber");
    private static final String[] TRADE = words("Logistics,Couriers,Brewery,Instruments,Software,Consulting,Foods,Textiles,Energy,Printing,Insurance,Railways,Ceramics,Shipping,Medical,Timber,Studios");
    private static final String[] FORM = words("GmbH,Ltd.,S.A.,Inc.,s.r.o.,AB,Sp. z o.o.,B.V.,SARL,Oy,A/S,KG");
    private static final String[] JOB = words("Director,Accountant,Sales manager,Developer,Buyer,Engineer,Clerk,Head of logistics,Lawyer,Head of marketing,Administrator,Analyst");

    private Names() {}

    private static String[] words(String list) {
        return list.split(",");
    }

    private static String of(String[] list, int number) {
        return list[Math.floorMod(number, list.length)];
    }

    public static String given(int number) {
        return of(GIVEN, number);
    }

    /// Another one where the given names begin anew.
    public static String family(int number) {
        return of(FAMILY, number + number / GIVEN.length);
    }

    public static String firm(int number) {
        var form = number / (FIRM.length * TRADE.length) + number;
        return of(FIRM, number) + " " + of(TRADE, number + number / FIRM.length) + " " + of(FORM, form);
    }

    public static String job(int number) {
        return of(JOB, number * 7);
    }

    /// The same for the same table and number.
    public static UUID id(String table, int number) {
        return UUID.nameUUIDFromBytes((table + ' ' + number).getBytes(StandardCharsets.UTF_8));
    }
}
