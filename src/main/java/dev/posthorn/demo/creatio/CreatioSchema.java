package dev.posthorn.demo.creatio;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Property;
import dev.posthorn.demo.data.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The objects of the played Creatio: accounts, contacts, activities and what they refer to.
final class CreatioSchema {

    static final Schema SCHEMA = new Schema("Terrasoft.Configuration", "Container", List.of(
            type("Account", List.of(
                    text("Name").asNeeded(), text("AlternativeName"), text("Code").withLength(50), text("Phone").withLength(50), text("Web"), text("Address").withLength(500), text("Zip").withLength(50),
                    text("Notes").withLength(4000), Property.of("Revenue", Kind.DECIMAL), Property.of("EmployeesNumber", Kind.INT), Property.of("IsActive", Kind.BOOLEAN), reference("Type"), reference("City"),
                    reference("Country"), reference("PrimaryContact"), reference("Owner"), Property.of("Logo", Kind.STREAM)),
                    Navigation.one("Type", "AccountType", "AccountCollectionByType"), Navigation.one("City", "City", "AccountCollectionByCity"), Navigation.one("Country", "Country", "AccountCollectionByCountry"),
                    Navigation.one("PrimaryContact", "Contact", ""), Navigation.one("Owner", "Contact", "AccountCollectionByOwner"),
                    Navigation.many("ContactCollectionByAccount", "Contact", "AccountId", "Account"), Navigation.many("ActivityCollectionByAccount", "Activity", "AccountId", "Account")),
            type("Contact", List.of(
                    text("Name").asNeeded(), text("GivenName").withLength(50), text("Surname").withLength(50), text("Dear").withLength(50), text("JobTitle"), text("Email"), text("MobilePhone").withLength(50),
                    Property.of("BirthDate", Kind.DATE), Property.of("DoNotUseEmail", Kind.BOOLEAN), text("Notes").withLength(4000), reference("Account"), reference("City"), Property.of("Photo", Kind.STREAM)),
                    Navigation.one("Account", "Account", "ContactCollectionByAccount"), Navigation.one("City", "City", "ContactCollectionByCity"),
                    Navigation.many("AccountCollectionByOwner", "Account", "OwnerId", "Owner"), Navigation.many("ActivityCollectionByContact", "Activity", "ContactId", "Contact"),
                    Navigation.many("ActivityCollectionByOwner", "Activity", "OwnerId", "Owner")),
            type("Activity", List.of(
                    text("Title").withLength(500).asNeeded(), Property.of("StartDate", Kind.DATE_TIME), Property.of("DueDate", Kind.DATE_TIME), Property.of("DurationInMinutes", Kind.INT),
                    text("DetailedResult").withLength(4000), Property.of("ShowInScheduler", Kind.BOOLEAN), reference("Status"), reference("Account"), reference("Contact"), reference("Owner")),
                    Navigation.one("Status", "ActivityStatus", "ActivityCollectionByStatus"), Navigation.one("Account", "Account", "ActivityCollectionByAccount"),
                    Navigation.one("Contact", "Contact", "ActivityCollectionByContact"), Navigation.one("Owner", "Contact", "ActivityCollectionByOwner")),
            type("City", List.of(text("Name").asNeeded(), text("TimeZone").withLength(50), reference("Country")), Navigation.one("Country", "Country", "CityCollectionByCountry"),
                    Navigation.many("AccountCollectionByCity", "Account", "CityId", "City"), Navigation.many("ContactCollectionByCity", "Contact", "CityId", "City")),
            type("Country", List.of(text("Name").asNeeded(), text("Code").withLength(2)), Navigation.many("CityCollectionByCountry", "City", "CountryId", "Country"),
                    Navigation.many("AccountCollectionByCountry", "Account", "CountryId", "Country")),
            type("AccountType", List.of(text("Name").asNeeded(), text("Description")), Navigation.many("AccountCollectionByType", "Account", "TypeId", "Type")),
            type("ActivityStatus", List.of(text("Name").asNeeded(), Property.of("Finish", Kind.BOOLEAN)), Navigation.many("ActivityCollectionByStatus", "Activity", "StatusId", "Status"))));

    private CreatioSchema() {}

    private static Property text(String name) {
        return Property.of(name, Kind.STRING);
    }

    private static Property reference(String name) {
        return Property.of(name + "Id", Kind.GUID);
    }

    private static EntityType type(String name, List<Property> columns, Navigation... ways) {
        var all = new ArrayList<Property>();
        all.add(Property.of("Id", Kind.GUID).asNeeded());
        all.add(Property.of("CreatedOn", Kind.DATE_TIME));
        all.add(Property.of("ModifiedOn", Kind.DATE_TIME));
        all.addAll(columns);
        return new EntityType(name, name, name.equals("Activity") ? "Title" : "Name", List.copyOf(all), Arrays.asList(ways));
    }
}
