package dev.posthorn.vars;

import java.util.Currency;
import java.util.List;
import java.util.Locale;

/// Shops and their goods, companies and how they speak, banks and money.
record DynamicTrade(Picks picks, Fakes fakes, DynamicPeople people) {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final List<String> ACCOUNTS = List.of("Checking", "Savings", "Money Market", "Investment", "Home Loan", "Credit Card", "Auto Loan",
            "Personal Loan");

    List<Dynamic> all() {
        return java.util.stream.Stream.of(shops(), companies(), banks()).flatMap(List::stream).toList();
    }

    private List<Dynamic> shops() {
        return List.of(
                new Dynamic("$randomColor", "A colour", "mint green", () -> fakes.word("color.name")),
                new Dynamic("$randomDepartment", "What a shop sells", "Tools", () -> fakes.word("commerce.department")),
                new Dynamic("$randomProductName", "A product with all its words", "Handmade Concrete Tuna", this::productName),
                new Dynamic("$randomProductAdjective", "A praise of a product", "Unbranded", () -> fakes.word("commerce.product_name.adjective")),
                new Dynamic("$randomProductMaterial", "What a product is made of", "Steel", () -> fakes.word("commerce.product_name.material")),
                new Dynamic("$randomProduct", "A product", "Pizza", () -> fakes.word("commerce.product_name.product")));
    }

    private List<Dynamic> companies() {
        return List.of(
                new Dynamic("$randomCompanyName", "A company", "Johns - Kassulke", this::company),
                new Dynamic("$randomCompanySuffix", "What stands after a company's name", "LLC", () -> fakes.word("company.suffix")),
                new Dynamic("$randomCatchPhrase", "A slogan", "Future-proofed heuristic open architecture", () -> phrase("company.buzzwords")),
                new Dynamic("$randomCatchPhraseAdjective", "The first word of a slogan", "Self-enabling", () -> fakes.word("company.buzzwords", 0)),
                new Dynamic("$randomCatchPhraseDescriptor", "The second word of a slogan", "bandwidth-monitored", () -> fakes.word("company.buzzwords", 1)),
                new Dynamic("$randomCatchPhraseNoun", "The last word of a slogan", "secured line", () -> fakes.word("company.buzzwords", 2)),
                new Dynamic("$randomBs", "What managers say", "killer leverage schemas", () -> phrase("company.bs")),
                new Dynamic("$randomBsBuzz", "A verb of managers", "repurpose", () -> fakes.word("company.bs", 0)),
                new Dynamic("$randomBsAdjective", "An adjective of managers", "viral", () -> fakes.word("company.bs", 1)),
                new Dynamic("$randomBsNoun", "A noun of managers", "markets", () -> fakes.word("company.bs", 2)));
    }

    private List<Dynamic> banks() {
        return List.of(
                new Dynamic("$randomBankAccount", "A bank account of 8 digits", "09454073", () -> picks.of(Picks.DIGITS, 8)),
                new Dynamic("$randomBankAccountName", "A kind of bank account", "Home Loan Account", () -> picks.one(ACCOUNTS) + " Account"),
                new Dynamic("$randomCreditCardMask", "The last 4 digits of a credit card", "3622", () -> picks.of(Picks.DIGITS, 4)),
                new Dynamic("$randomBankAccountBic", "A BIC of a bank", "EZIAUGJ1", this::bic),
                new Dynamic("$randomBankAccountIban", "An IBAN of a bank account", "MU20ZPUN3039684000618086155TKZ", fakes::iban),
                new Dynamic("$randomTransactionType", "A kind of transaction", "invoice", () -> picks.one(List.of("deposit", "withdrawal", "payment", "invoice"))),
                new Dynamic("$randomCurrencyCode", "A currency by its three letters (ISO 4217)", "THB", () -> currency().getCurrencyCode()),
                new Dynamic("$randomCurrencyName", "A currency", "Pound Sterling", () -> currency().getDisplayName(Locale.ENGLISH)),
                new Dynamic("$randomCurrencySymbol", "A currency's sign", "£", () -> currency().getSymbol(Locale.ENGLISH)),
                new Dynamic("$randomBitcoin", "A Bitcoin address", "1XEW2WNQXFLUPQJU8F3D6OCJHV9UR", () -> picks.of("13", 1) + picks.of(BASE58, picks.between(24, 33))),
                new Dynamic("$randomPrice", "A price between 0.00 and 1000.00", "531.55", () -> String.format(Locale.ROOT, "%.2f", picks.random().nextDouble(0, 1000))));
    }

    private String productName() {
        return fakes.word("commerce.product_name.adjective") + " " + fakes.word("commerce.product_name.material") + " " + fakes.word("commerce.product_name.product");
    }

    private String company() {
        return switch (picks.between(0, 2)) {
            case 0 -> people.last() + " " + fakes.word("company.suffix");
            case 1 -> people.last() + " - " + people.last();
            default -> people.last() + ", " + people.last() + " and " + people.last();
        };
    }

    private String phrase(String lists) {
        return fakes.word(lists, 0) + " " + fakes.word(lists, 1) + " " + fakes.word(lists, 2);
    }

    /// ISO 9362: four letters of the bank, its country, where it is, and sometimes the branch.
    private String bic() {
        return picks.of(Picks.UPPER, 4) + picks.one(List.of(Locale.getISOCountries())) + picks.of(Picks.UPPER, 1) + "1"
                + (picks.chance(2) ? "" : picks.of(Picks.UPPER + Picks.DIGITS, 3));
    }

    /// One that is still money: no funds, no metals, no codes for tests.
    private Currency currency() {
        var all = Currency.getAvailableCurrencies().stream().filter(c -> c.getDefaultFractionDigits() >= 0 && !c.getDisplayName(Locale.ENGLISH).contains("("))
                .sorted(java.util.Comparator.comparing(Currency::getCurrencyCode)).toList();
        return picks.one(all);
    }
}
