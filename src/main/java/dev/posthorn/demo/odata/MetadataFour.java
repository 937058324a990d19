package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Schema;
import java.util.List;

/// `$metadata` of version 4: CSDL 4.0 as XML.
final class MetadataFour {

    private MetadataFour() {}

    static String of(Schema schema, List<Operation> operations) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="utf-8"?>
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
                  <edmx:DataServices>
                    <Schema Namespace="%s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                """.formatted(schema.namespace()));
        schema.types().forEach(type -> type(xml, schema, type));
        operations.forEach(operation -> operation(xml, schema, operation));
        xml.append("      <EntityContainer Name=\"").append(schema.container()).append("\">\n");
        schema.types().forEach(type -> set(xml, schema, type));
        operations.stream().filter(o -> o.bound().isEmpty()).forEach(o -> imported(xml, schema, o));
        return xml.append("      </EntityContainer>\n    </Schema>\n  </edmx:DataServices>\n</edmx:Edmx>\n").toString();
    }

    private static void type(StringBuilder xml, Schema schema, EntityType type) {
        xml.append("      <EntityType Name=\"").append(type.name()).append("\">\n        <Key><PropertyRef Name=\"").append(type.key().name()).append("\"/></Key>\n");
        for (var property : type.properties()) {
            xml.append("        <Property Name=\"").append(property.name()).append("\" Type=\"").append(property.kind().four()).append('"');
            if (property.needed()) {
                xml.append(" Nullable=\"false\"");
            }
            if (property.length() > 0) {
                xml.append(" MaxLength=\"").append(property.length()).append('"');
            }
            xml.append(property.kind() == Kind.DECIMAL ? " Precision=\"18\" Scale=\"2\"/>\n" : "/>\n");
        }
        type.navigations().forEach(way -> way(xml, schema, way));
        xml.append("      </EntityType>\n");
    }

    private static void way(StringBuilder xml, Schema schema, Navigation way) {
        var target = schema.namespace() + "." + way.target();
        xml.append("        <NavigationProperty Name=\"").append(way.name()).append("\" Type=\"").append(way.many() ? "Collection(" + target + ")" : target).append('"');
        if (!way.inverse().isEmpty()) {
            xml.append(" Partner=\"").append(way.inverse()).append('"');
        }
        xml.append(way.many() ? "/>\n" : ">\n          <ReferentialConstraint Property=\"" + way.column() + "\" ReferencedProperty=\"" + schema.type(way.target()).key().name()
                + "\"/>\n        </NavigationProperty>\n");
    }

    private static void set(StringBuilder xml, Schema schema, EntityType type) {
        xml.append("        <EntitySet Name=\"").append(type.set()).append("\" EntityType=\"").append(schema.namespace()).append('.').append(type.name()).append("\">\n");
        type.navigations().forEach(way -> xml.append("          <NavigationPropertyBinding Path=\"").append(way.name()).append("\" Target=\"")
                .append(schema.type(way.target()).set()).append("\"/>\n"));
        xml.append("        </EntitySet>\n");
    }

    private static void operation(StringBuilder xml, Schema schema, Operation operation) {
        var kind = operation.action() ? "Action" : "Function";
        xml.append("      <").append(kind).append(" Name=\"").append(operation.name()).append('"').append(operation.bound().isEmpty() ? "" : " IsBound=\"true\"").append(">\n");
        if (!operation.bound().isEmpty()) {
            xml.append("        <Parameter Name=\"bindingParameter\" Type=\"").append(schema.namespace()).append('.').append(operation.bound()).append("\" Nullable=\"false\"/>\n");
        }
        operation.parameters().forEach((name, type) -> xml.append("        <Parameter Name=\"").append(name).append("\" Type=\"").append(type.four()).append("\" Nullable=\"false\"/>\n"));
        var gives = gives(schema, operation);
        if (!gives.isEmpty()) {
            xml.append("        <ReturnType Type=\"").append(gives).append("\"/>\n");
        }
        xml.append("      </").append(kind).append(">\n");
    }

    private static String gives(Schema schema, Operation operation) {
        if (operation.type().isEmpty()) {
            return operation.gives() == null ? "" : operation.gives().four();
        }
        var type = schema.namespace() + "." + operation.type();
        return operation.many() ? "Collection(" + type + ")" : type;
    }

    private static void imported(StringBuilder xml, Schema schema, Operation operation) {
        var kind = operation.action() ? "Action" : "Function";
        xml.append("        <").append(kind).append("Import Name=\"").append(operation.name()).append("\" ").append(kind).append("=\"").append(schema.namespace()).append('.')
                .append(operation.name()).append('"').append(operation.type().isEmpty() ? "" : " EntitySet=\"" + schema.type(operation.type()).set() + "\"").append("/>\n");
    }
}
