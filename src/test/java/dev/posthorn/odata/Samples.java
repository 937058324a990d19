package dev.posthorn.odata;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.MetadataReader;

/// Metadata of three small shops, one of each version.
public final class Samples {

    private Samples() {}

    public static Edm read(String metadata) {
        try {
            return MetadataReader.read(metadata);
        } catch (ODataProblem e) {
            throw new AssertionError(e.said(), e);
        }
    }

    public static final String V4 = """
            <?xml version="1.0" encoding="utf-8"?>
            <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
              <edmx:Reference Uri="https://example.org/Core.xml"><edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>
              <edmx:DataServices>
                <Schema Namespace="Shop.Model" Alias="Self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                  <EntityType Name="Thing" Abstract="true"><Key><PropertyRef Name="Id"/></Key>
                    <Property Name="Id" Type="Edm.Guid" Nullable="false"><Annotation Term="Core.Computed"/></Property>
                  </EntityType>
                  <EntityType Name="Customer" BaseType="Self.Thing" OpenType="false">
                    <Annotation Term="Core.Description" String="Who buys"/>
                    <Property Name="Name" Type="Edm.String" MaxLength="50" Nullable="false"/>
                    <Property Name="Age" Type="Edm.Int32"/>
                    <Property Name="Active" Type="Edm.Boolean"/>
                    <Property Name="Credit" Type="Edm.Decimal" Scale="2" Precision="10"/>
                    <Property Name="Created" Type="Edm.DateTimeOffset"/>
                    <Property Name="Born" Type="Edm.Date"/>
                    <Property Name="Colour" Type="Shop.Model.Colour"/>
                    <Property Name="Tags" Type="Collection(Edm.String)"/>
                    <Property Name="Address" Type="Self.Address"/>
                    <Property Name="Logo" Type="Edm.Stream"/>
                    <NavigationProperty Name="Orders" Type="Collection(Self.Order)" Partner="Customer" ContainsTarget="false"/>
                  </EntityType>
                  <EntityType Name="Vip" BaseType="Self.Customer"><Property Name="Level" Type="Edm.Int32"/></EntityType>
                  <EntityType Name="Order"><Key><PropertyRef Name="Number"/><PropertyRef Name="Line"/></Key>
                    <Property Name="Number" Type="Edm.Int64" Nullable="false"/>
                    <Property Name="Line" Type="Edm.String" Nullable="false"/>
                    <Property Name="Price" Type="Self.Money"/>
                    <Property Name="Paid" Type="Edm.Duration"/>
                    <NavigationProperty Name="Customer" Type="Self.Customer" Nullable="false" Partner="Orders"/>
                  </EntityType>
                  <ComplexType Name="Address"><Property Name="City" Type="Edm.String"/><Property Name="Place" Type="Edm.GeographyPoint"/></ComplexType>
                  <EnumType Name="Colour" IsFlags="true"><Member Name="Red" Value="1"/><Member Name="Green" Value="2"/><Member Name="Blue" Value="4"/></EnumType>
                  <TypeDefinition Name="Money" UnderlyingType="Edm.Decimal"/>
                  <Function Name="Best"><Parameter Name="count" Type="Edm.Int32"/><ReturnType Type="Collection(Self.Customer)"/></Function>
                  <Function Name="Total" IsBound="true"><Parameter Name="it" Type="Self.Customer"/><Parameter Name="year" Type="Edm.Int32"/><ReturnType Type="Edm.Decimal"/></Function>
                  <Function Name="Total" IsBound="true"><Parameter Name="it" Type="Self.Customer"/><ReturnType Type="Edm.Decimal"/></Function>
                  <Action Name="Block" IsBound="true"><Parameter Name="it" Type="Self.Customer"/><Parameter Name="reason" Type="Edm.String"/></Action>
                  <Action Name="Reset"/>
                  <EntityContainer Name="Container">
                    <EntitySet Name="Customers" EntityType="Self.Customer"><NavigationPropertyBinding Path="Orders" Target="Orders"/></EntitySet>
                    <EntitySet Name="Orders" EntityType="Self.Order"><NavigationPropertyBinding Path="Customer" Target="Customers"/></EntitySet>
                    <Singleton Name="Me" Type="Self.Customer"/>
                    <FunctionImport Name="Best" Function="Self.Best" EntitySet="Customers"/>
                    <ActionImport Name="Reset" Action="Self.Reset"/>
                  </EntityContainer>
                  <Annotations Target="Self.Customer/Credit"><Annotation Term="Core.Description"><String>What may be owed</String></Annotation></Annotations>
                  <Unheard Of="this"/>
                </Schema>
              </edmx:DataServices>
            </edmx:Edmx>
            """;

    public static final String V3 = """
            <edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
              <edmx:DataServices m:DataServiceVersion="1.0" m:MaxDataServiceVersion="3.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
                <Schema Namespace="Crm" xmlns="http://schemas.microsoft.com/ado/2009/11/edm" xmlns:store="http://schemas.microsoft.com/ado/2009/02/edm/annotation">
                  <EntityType Name="Account"><Key><PropertyRef Name="Id"/></Key>
                    <Property Name="Id" Type="Edm.Guid" Nullable="false" store:StoreGeneratedPattern="Identity"/>
                    <Property Name="Name" Type="Edm.String"/>
                    <Property Name="CreatedOn" Type="Edm.DateTime"/>
                    <Property Name="Revenue" Type="Edm.Decimal"/>
                    <Property Name="Count" Type="Edm.Int64"/>
                    <NavigationProperty Name="Contacts" Relationship="Crm.Account_Contacts" FromRole="Account" ToRole="Contacts"/>
                  </EntityType>
                  <EntityType Name="Contact"><Key><PropertyRef Name="Id"/></Key>
                    <Property Name="Id" Type="Edm.Guid" Nullable="false"/><Property Name="Name" Type="Edm.String"/>
                    <NavigationProperty Name="Account" Relationship="Crm.Account_Contacts" FromRole="Contacts" ToRole="Account"/>
                  </EntityType>
                </Schema>
                <Schema Namespace="Crm.Service" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">
                  <EntityContainer Name="Entities" m:IsDefaultEntityContainer="true">
                    <EntitySet Name="AccountCollection" EntityType="Crm.Account"/>
                    <EntitySet Name="ContactCollection" EntityType="Crm.Contact"/>
                    <AssociationSet Name="Account_Contacts" Association="Crm.Account_Contacts">
                      <End Role="Account" EntitySet="AccountCollection"/><End Role="Contacts" EntitySet="ContactCollection"/></AssociationSet>
                    <FunctionImport Name="ByName" ReturnType="Collection(Crm.Account)" EntitySet="AccountCollection" m:HttpMethod="GET"><Parameter Name="name" Type="Edm.String" Mode="In"/></FunctionImport>
                  </EntityContainer>
                </Schema>
                <Schema Namespace="Crm" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">
                  <Association Name="Account_Contacts"><End Type="Crm.Account" Role="Account" Multiplicity="0..1"/><End Type="Crm.Contact" Role="Contacts" Multiplicity="*"/></Association>
                </Schema>
              </edmx:DataServices>
            </edmx:Edmx>
            """;

    public static final String V2 = """
            <edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:sap="http://www.sap.com/Protocols/SAPData">
              <edmx:DataServices m:DataServiceVersion="2.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
                <Schema Namespace="Stock" Alias="S" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
                  <EntityType Name="Product" m:HasStream="true"><Key><PropertyRef Name="Id"/></Key>
                    <Property Name="Id" Type="Edm.Int32" Nullable="false" sap:label="Product number"/>
                    <Property Name="Name" Type="Edm.String"><Documentation><Summary>What it is called</Summary></Documentation></Property>
                    <Property Name="Price" Type="Edm.Decimal" ConcurrencyMode="Fixed"/>
                    <Property Name="Since" Type="Edm.DateTime"/>
                    <Property Name="Seen" Type="Edm.DateTimeOffset"/>
                    <Property Name="Opens" Type="Edm.Time"/>
                    <Property Name="Picture" Type="Edm.Binary"/>
                    <Property Name="Code" Type="Edm.Guid"/>
                    <Property Name="Big" Type="Edm.Int64"/>
                  </EntityType>
                  <EntityContainer Name="C" m:IsDefaultEntityContainer="true"><EntitySet Name="Products" EntityType="S.Product"/></EntityContainer>
                </Schema>
              </edmx:DataServices>
            </edmx:Edmx>
            """;
}
