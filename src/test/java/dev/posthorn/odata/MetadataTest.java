package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.odata.edm.MetadataReader;
import dev.posthorn.odata.edm.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataTest {

    @Test
    void metadataOfVersion4ShowsTypesSetsAndOperations() {
        var edm = Samples.read(Samples.V4);
        var customer = edm.structured("Shop.Model.Customer");
        assertEquals(Version.V4, edm.version());
        assertEquals("Id, Name, Age, Active, Credit, Created, Born, Colour, Tags, Address, Logo", String.join(", ", edm.properties(customer).stream().map(p -> p.name()).toList()));
        assertEquals("Id", edm.keys(customer).getFirst().alias());
        assertEquals("Who buys", customer.words().text());
        assertEquals("What may be owed", edm.property(customer, "Credit").words().text());
        assertTrue(edm.property(customer, "Id").computed());
        assertEquals(new TypeRef("Shop.Model.Order", true), edm.navigation(customer, "Orders").type());
        assertEquals("Orders", edm.target(edm.set("Customers"), "Orders").name());
        assertEquals(List.of("Shop.Model.Vip"), edm.derived(customer).stream().map(t -> t.name()).toList());
        assertTrue(edm.set("Me").singleton());
        assertEquals("Edm.Decimal", edm.primitive("Self.Money"));
        assertEquals(List.of("Red", "Green", "Blue"), edm.choice("Shop.Model.Colour").names());
        assertEquals("Best(count: Edm.Int32): Collection(Shop.Model.Customer)", edm.operationImport("Best").operation().signature());
        assertEquals(3, edm.boundTo(new TypeRef("Shop.Model.Vip", false)).size(), "what is bound to a base type");
        assertEquals("POST", edm.operationImport("Reset").method());
    }

    @Test
    void whatIsUnknownIsPassedOverAndListed() {
        var edm = Samples.read(Samples.V4);
        assertEquals(List.of("https://example.org/Core.xml"), edm.references());
        assertTrue(edm.notes().getFirst().startsWith("`Unheard` in the schema Shop.Model was passed over (line "), edm.notes().toString());
    }

    @Test
    void namesWithoutTheirNamespaceAreOfTheSchemaThatTheyStandIn() throws ODataProblem {
        var edm = MetadataReader.read("""
                <Edmx Version="1.0"><DataServices><Schema Namespace="Crm">
                <EntityType Name="Base"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Int32"/></EntityType>
                <EntityType Name="Town" BaseType="Base"><NavigationProperty Name="People" Relationship="Lives" FromRole="t" ToRole="p"/></EntityType>
                <EntityType Name="Person" BaseType="Base"/>
                <Association Name="Lives"><End Role="t" Type="Town" Multiplicity="1"/><End Role="p" Type="Person" Multiplicity="*"/></Association>
                <EntityContainer Name="C"><EntitySet Name="Towns" EntityType="Town"/><EntitySet Name="People" EntityType="Person"/>
                <AssociationSet Name="L" Association="Lives"><End Role="t" EntitySet="Towns"/><End Role="p" EntitySet="People"/></AssociationSet></EntityContainer>
                <EntityContainer Name="D"><EntitySet Name="Towns" EntityType="Town"/></EntityContainer>
                </Schema></DataServices></Edmx>""");
        var town = edm.structured(edm.set("Towns").type());
        assertEquals("Id", edm.properties(town).getFirst().name());
        assertEquals(new TypeRef("Crm.Person", true), edm.navigation(town, "People").type());
        assertEquals("People", edm.target(edm.set("Towns"), "People").name());
        assertEquals("Crm.Town", edm.set("D.Towns").type(), "a set of that name in another container is not lost");
        assertEquals(List.of(), edm.notes());
    }

    @Test
    void aWayWithoutATypeLeadsNowhereAndIsNoted() throws ODataProblem {
        var edm = MetadataReader.read("""
                <Edmx Version="4.0"><DataServices><Schema Namespace="Crm"><EntityType Name="Town"><NavigationProperty Name="People"/></EntityType></Schema></DataServices></Edmx>""");
        assertEquals("", edm.navigation(edm.structured("Crm.Town"), "People").target());
        assertEquals(List.of("`People` of Crm.Town leads nowhere: it has no type (line 1)."), edm.notes());
    }

    @Test
    void associationsOfVersion3LeadToTheirTargets() {
        var edm = Samples.read(Samples.V3);
        var account = edm.structured("Crm.Account");
        assertEquals(Version.V3, edm.version());
        assertEquals(new TypeRef("Crm.Contact", true), edm.navigation(account, "Contacts").type());
        assertEquals("Account", edm.navigation(account, "Contacts").partner());
        assertTrue(edm.navigation(edm.structured("Crm.Contact"), "Account").nullable());
        assertEquals("ContactCollection", edm.target(edm.set("AccountCollection"), "Contacts").name());
        assertEquals("GET", edm.operationImport("ByName").method());
        assertTrue(edm.property(account, "Id").computed());
        assertEquals(List.of(), edm.notes());
    }

    @Test
    void metadataOfVersion2HasLabelsStreamsAndEtags() {
        var edm = Samples.read(Samples.V2);
        var product = edm.structured("Stock.Product");
        assertEquals(Version.V2, edm.version());
        assertTrue(product.hasStream());
        assertEquals("Product number", edm.property(product, "Id").words().label());
        assertEquals("What it is called", edm.property(product, "Name").words().text());
        assertTrue(edm.property(product, "Price").etag());
        assertEquals("Stock.Product", edm.set("Products").type(), "the alias is replaced");
    }

    @Test
    void metadataInJsonSaysTheSame() {
        var edm = Samples.read("""
                {"$Version": "4.01", "$EntityContainer": "Shop.Container", "$Reference": {"https://example.org/v": {"$Include": [{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
                 "Shop": {"$Alias": "Self",
                  "Customer": {"$Kind": "EntityType", "$Key": ["Id"], "@Core.Description": "Who buys", "Id": {"$Type": "Edm.Int32"}, "Name": {"$Nullable": true, "$MaxLength": 50},
                    "Tags": {"$Collection": true}, "Orders": {"$Kind": "NavigationProperty", "$Collection": true, "$Type": "Self.Order"}},
                  "Order": {"$Kind": "EntityType", "$Key": [{"Nr": "Info/Number"}], "Info": {"$Type": "Self.Info"}},
                  "Info": {"$Kind": "ComplexType", "Number": {"$Type": "Edm.Int64"}},
                  "Colour": {"$Kind": "EnumType", "Red": 1, "Red@Core.Description": "like blood", "Blue": 2},
                  "Total": [{"$Kind": "Function", "$IsBound": true, "$Parameter": [{"$Name": "it", "$Type": "Self.Customer"}], "$ReturnType": {"$Type": "Edm.Decimal"}}],
                  "Container": {"$Kind": "EntityContainer", "Customers": {"$Collection": true, "$Type": "Self.Customer", "$NavigationPropertyBinding": {"Orders": "Orders"}},
                    "Orders": {"$Collection": true, "$Type": "Self.Order"}, "Me": {"$Type": "Self.Customer"}}}}
                """);
        var customer = edm.structured("Shop.Customer");
        assertEquals("Who buys", customer.words().text());
        assertTrue(edm.property(customer, "Name").facets().nullable());
        assertFalse(edm.property(customer, "Id").facets().nullable());
        assertTrue(edm.property(customer, "Tags").type().many());
        assertEquals("Orders", edm.target(edm.set("Customers"), "Orders").name());
        var order = edm.structured("Shop.Order");
        assertEquals("Edm.Int64", edm.keyType(order, edm.keys(order).getFirst()).name());
        assertEquals("like blood", edm.choice("Shop.Colour").members().getFirst().words().text());
        assertTrue(edm.set("Me").singleton());
        assertEquals("Total(): Edm.Decimal", edm.boundTo(new TypeRef("Shop.Customer", false)).getFirst().signature());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''|The metadata is empty|1",
            "'<!DOCTYPE html><html></html>'|The server answered with a web page, perhaps of a login|1",
            "'<a/>'|This XML is no metadata of OData: it begins with `a`|1",
            "'{\"a\": 1}'|This JSON is no metadata of OData|1",
            "'{\"a\": '|The JSON is broken|1",
            "'not found'|The metadata is neither XML nor JSON|1",
            "'<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>'|The XML has a document type|1",
            "'<Edmx>\n<Schema>\n</Edmx>'|The XML is broken|3",
            "'<m:error xmlns:m=\"x\"><m:message>Not for you</m:message></m:error>'|The server answered with an error: Not for you|1"})
    void whatIsNoMetadataIsNamedWithItsPlace(String text, String sentence, int line) {
        var problem = assertThrows(ODataProblem.class, () -> MetadataReader.read(text == null ? "" : text));
        assertTrue(problem.getMessage().startsWith(sentence), problem.getMessage());
        assertEquals(line, problem.line());
    }

    @Test
    void typesThatExtendEachOtherInACircleDoNoHarm() {
        var edm = Samples.read("<Schema Namespace='A' xmlns='http://docs.oasis-open.org/odata/ns/edm'><EntityType Name='B' BaseType='A.C'/><EntityType Name='C' BaseType='A.B'/></Schema>");
        var type = edm.structured("A.B");
        assertEquals(List.of(), edm.properties(type));
        assertEquals(1, edm.derived(type).size());
        assertNull(edm.property(type, "Name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            """
            <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="S" xmlns="http://docs.oasis-open.org/odata/ns/edm">
            <EntityType Name="T"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32"/></EntityType>
            <EntityContainer Name="C"><EntitySet Name="Free" EntityType="S.T"/><EntitySet Name="Fixed" EntityType="S.T">
            <Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record><PropertyValue Property="Insertable" Bool="false"/></Record></Annotation></EntitySet></EntityContainer>
            <Annotations Target="S.C/Fixed"><Annotation Term="Org.OData.Capabilities.V1.DeleteRestrictions"><Record><PropertyValue Property="Deletable"><Bool>false</Bool></PropertyValue></Record></Annotation></Annotations>
            </Schema></edmx:DataServices></edmx:Edmx>""", """
            {"$Version": "4.01", "$EntityContainer": "S.C", "S": {"T": {"$Kind": "EntityType", "$Key": ["Id"], "Id": {"$Type": "Edm.Int32"}},
             "C": {"$Kind": "EntityContainer", "Free": {"$Collection": true, "$Type": "S.T"}, "Fixed": {"$Collection": true, "$Type": "S.T"}},
             "$Annotations": {"S.C/Fixed": {"@Org.OData.Capabilities.V1.InsertRestrictions": {"Insertable": false}, "@Org.OData.Capabilities.V1.DeleteRestrictions": {"Deletable": false}}}}}"""})
    void whatMayNotBeDoneWithASetIsRead(String metadata) throws ODataProblem {
        var edm = MetadataReader.read(metadata);
        assertEquals("", edm.allowed(edm.set("Free")).words());
        assertEquals("no new ones, no deleting", edm.allowed(edm.set("Fixed")).words());
    }
}
