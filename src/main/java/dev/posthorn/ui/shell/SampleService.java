package dev.posthorn.ui.shell;

import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.odata.ExplorerServices;
import dev.posthorn.ui.odata.Reply;
import dev.posthorn.ui.odata.Standing;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.Job;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A made-up OData service, so that a picture of the explorer needs no server.
record SampleService(Background background) implements ExplorerServices {
    static final String URL = "https://bpm.example.net/0/odata";

    private static final List<String> TOWNS = List.of("Riga", "Porto", "Gdańsk", "Lyon", "Graz");
    private static final String METADATA = """
            <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
            <Schema Namespace="Sales" xmlns="http://docs.oasis-open.org/odata/ns/edm">
            <EntityType Name="Account" OpenType="true" HasStream="true"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/>
            <Property Name="Name" Type="Edm.String" Nullable="false" MaxLength="250"/><Property Name="Town" Type="Edm.String"/><Property Name="Revenue" Type="Edm.Decimal"/>
            <Property Name="Active" Type="Edm.Boolean"/><Property Name="Since" Type="Edm.Date"/><Property Name="Address" Type="Sales.Address"/>
            <NavigationProperty Name="Owner" Type="Sales.Contact"/><NavigationProperty Name="Contacts" Type="Collection(Sales.Contact)"/></EntityType>
            <EntityType Name="Contact"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String"/>
            <Property Name="Email" Type="Edm.String"/><NavigationProperty Name="Account" Type="Sales.Account"/></EntityType>
            <EntityType Name="Activity"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Title" Type="Edm.String"/></EntityType>
            <ComplexType Name="Address"><Property Name="Street" Type="Edm.String"/><Property Name="Zip" Type="Edm.String"/></ComplexType>
            <EnumType Name="Stage"><Member Name="New" Value="0"/><Member Name="Won" Value="1"/><Member Name="Lost" Value="2"/></EnumType>
            <Function Name="TopAccounts"><Parameter Name="count" Type="Edm.Int32" Nullable="false"/><ReturnType Type="Collection(Sales.Account)"/></Function>
            <Action Name="Reset"/><Action Name="Merge" IsBound="true"><Parameter Name="it" Type="Sales.Account"/><Parameter Name="into" Type="Edm.Int32" Nullable="false"/></Action>
            <EntityContainer Name="Container"><EntitySet Name="Accounts" EntityType="Sales.Account"><NavigationPropertyBinding Path="Contacts" Target="Contacts"/></EntitySet>
            <EntitySet Name="Contacts" EntityType="Sales.Contact"/><EntitySet Name="Activities" EntityType="Sales.Activity"/><Singleton Name="Me" Type="Sales.Contact"/>
            <FunctionImport Name="TopAccounts" Function="Sales.TopAccounts" EntitySet="Accounts"/><ActionImport Name="Reset" Action="Sales.Reset"/></EntityContainer>
            </Schema></edmx:DataServices></edmx:Edmx>
            """;

    @Override
    public Scopes scopes(Standing from) {
        return Scopes.none();
    }

    @Override
    public List<Standing> standings() {
        return List.of(Standing.NOWHERE);
    }

    @Override
    public List<String> environments() {
        return List.of();
    }

    @Override
    public Job send(String name, Request request, Standing from, String environment, Consumer<Reply> done) {
        var metadata = request.url().endsWith("$metadata");
        var body = (metadata ? METADATA : rows()).getBytes(StandardCharsets.UTF_8);
        Fx.later(() -> done.accept(new Reply(200, "OK", metadata ? "application/xml" : "application/json", body, request.url(), "", 42)));
        return () -> { };
    }

    private static String rows() {
        return IntStream.range(1, 51).mapToObj(SampleService::row).collect(Collectors.joining(",", "{\"@odata.context\":\"" + URL + "/$metadata#Accounts\",\"@odata.count\":10000,\"@odata.nextLink\":\"" + URL
                + "/Accounts?$skiptoken=50\",\"value\":[", "]}"));
    }

    private static String row(int number) {
        return String.format(Locale.ROOT, """
                {"@odata.etag":"W/\\"%d\\"","Id":%d,"Name":"Account %d","Town":"%s","Revenue":%s,"Active":%b,"Since":"20%02d-0%d-1%d","Address":{"Street":"High Street %d","Zip":"10%02d"}}""",
                number, number, number, TOWNS.get(number % TOWNS.size()), number % 7 == 3 ? "null" : 1_250.5 * number, number % 3 != 0, 10 + number % 15, 1 + number % 9, number % 10, number, number);
    }

    @Override
    public void open(String name, Request request, Standing from) {
        // There is nothing to open in a picture.
    }

    @Override
    public void save(String name, Request request, Standing from) {
        // There is nothing to save in a picture.
    }

    @Override
    public java.util.Optional<java.nio.file.Path> file(String title) {
        return java.util.Optional.empty();
    }

    @Override
    public java.util.Optional<java.nio.file.Path> saveAs(String title, String name) {
        return java.util.Optional.empty();
    }

    @Override
    public void titled(String title) {
        // The tab of a picture keeps its name.
    }

    @Override
    public void busy(boolean sends) {
        // Nothing is under way for long.
    }

    @Override
    public void say(String sentence) {
        // Nobody listens.
    }

    @Override
    public void trouble(String sentence) {
        // Nobody listens.
    }
}
