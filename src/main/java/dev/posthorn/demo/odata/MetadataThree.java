package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Schema;
import java.util.List;

/// `$metadata` of version 3: EDMX 1.0 with CSDL 3, ways between types as associations.
final class MetadataThree {

    private MetadataThree() {}

    static String of(Schema schema, List<Operation> operations) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="utf-8"?>
                <edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
                  <edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
                    <Schema Namespace="%s" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">
                """.formatted(schema.namespace()));
        schema.types().forEach(type -> type(xml, schema, type));
        schema.types().forEach(type -> type.navigations().stream().filter(w -> !w.many()).forEach(way -> association(xml, schema, type, way)));
        xml.append("      <EntityContainer Name=\"").append(schema.container()).append("\" m:IsDefaultEntityContainer=\"true\">\n");
        schema.types().forEach(type -> xml.append("        <EntitySet Name=\"").append(type.set()).append("Collection\" EntityType=\"").append(schema.namespace()).append('.')
                .append(type.name()).append("\"/>\n"));
        schema.types().forEach(type -> type.navigations().stream().filter(w -> !w.many()).forEach(way -> associationSet(xml, schema, type, way)));
        operations.stream().filter(o -> o.bound().isEmpty()).forEach(o -> imported(xml, schema, o));
        return xml.append("      </EntityContainer>\n    </Schema>\n  </edmx:DataServices>\n</edmx:Edmx>\n").toString();
    }

    private static void type(StringBuilder xml, Schema schema, EntityType type) {
        xml.append("      <EntityType Name=\"").append(type.name()).append("\">\n        <Key><PropertyRef Name=\"").append(type.key().name()).append("\"/></Key>\n");
        for (var property : type.properties()) {
            xml.append("        <Property Name=\"").append(property.name()).append("\" Type=\"").append(property.kind().three()).append('"').append(property.needed() ? " Nullable=\"false\"" : "");
            if (property.length() > 0) {
                xml.append(" MaxLength=\"").append(property.length()).append("\" Unicode=\"true\"");
            }
            xml.append(property.kind() == Kind.DECIMAL ? " Precision=\"18\" Scale=\"2\"/>\n" : "/>\n");
        }
        for (var way : type.navigations()) {
            var association = way.many() ? association(schema.type(way.target()), schema, way.inverse()) : association(type, schema, way.name());
            xml.append("        <NavigationProperty Name=\"").append(way.name()).append("\" Relationship=\"").append(schema.namespace()).append('.').append(association).append("\" FromRole=\"")
                    .append(way.many() ? "One" : "Many").append("\" ToRole=\"").append(way.many() ? "Many" : "One").append("\"/>\n");
        }
        xml.append("      </EntityType>\n");
    }

    private static String association(EntityType from, Schema schema, String way) {
        return from.name() + "_" + way;
    }

    private static void association(StringBuilder xml, Schema schema, EntityType type, Navigation way) {
        var target = schema.type(way.target());
        xml.append("""
                      <Association Name="%s">
                        <End Type="%s.%s" Role="Many" Multiplicity="*"/>
                        <End Type="%s.%s" Role="One" Multiplicity="0..1"/>
                        <ReferentialConstraint>
                          <Principal Role="One"><PropertyRef Name="%s"/></Principal>
                          <Dependent Role="Many"><PropertyRef Name="%s"/></Dependent>
                        </ReferentialConstraint>
                      </Association>
                """.formatted(association(type, schema, way.name()), schema.namespace(), type.name(), schema.namespace(), target.name(), target.key().name(), way.column()));
    }

    private static void associationSet(StringBuilder xml, Schema schema, EntityType type, Navigation way) {
        var name = association(type, schema, way.name());
        xml.append("""
                        <AssociationSet Name="%s" Association="%s.%s">
                          <End Role="Many" EntitySet="%sCollection"/>
                          <End Role="One" EntitySet="%sCollection"/>
                        </AssociationSet>
                """.formatted(name, schema.namespace(), name, type.set(), schema.type(way.target()).set()));
    }

    private static void imported(StringBuilder xml, Schema schema, Operation operation) {
        var rows = !operation.type().isEmpty();
        var type = rows ? schema.namespace() + "." + operation.type() : operation.gives() == null ? "" : operation.gives().three();
        xml.append("        <FunctionImport Name=\"").append(operation.name()).append('"').append(type.isEmpty() ? "" : " ReturnType=\"" + (operation.many() ? "Collection(" + type + ")" : type) + "\"")
                .append(rows ? " EntitySet=\"" + schema.type(operation.type()).set() + "Collection\"" : "").append(" m:HttpMethod=\"").append(operation.action() ? "POST" : "GET").append("\">\n");
        operation.parameters().forEach((name, kind) -> xml.append("          <Parameter Name=\"").append(name).append("\" Type=\"").append(kind.three()).append("\" Mode=\"In\"/>\n"));
        xml.append("        </FunctionImport>\n");
    }
}
