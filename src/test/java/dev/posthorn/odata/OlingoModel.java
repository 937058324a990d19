package dev.posthorn.odata;

import java.util.List;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlAction;
import org.apache.olingo.commons.api.edm.provider.CsdlActionImport;
import org.apache.olingo.commons.api.edm.provider.CsdlComplexType;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlEnumMember;
import org.apache.olingo.commons.api.edm.provider.CsdlEnumType;
import org.apache.olingo.commons.api.edm.provider.CsdlFunction;
import org.apache.olingo.commons.api.edm.provider.CsdlFunctionImport;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationPropertyBinding;
import org.apache.olingo.commons.api.edm.provider.CsdlParameter;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlPropertyRef;
import org.apache.olingo.commons.api.edm.provider.CsdlReturnType;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlSingleton;

/// The shop of `Samples.V4`, told to Olingo.
final class OlingoModel extends CsdlAbstractEdmProvider {

    private final CsdlSchema schema = schema();

    private static FullQualifiedName own(String name) {
        return new FullQualifiedName("Shop.Model", name);
    }

    private static FullQualifiedName edm(String name) {
        return EdmPrimitiveTypeKind.valueOf(name).getFullQualifiedName();
    }

    private static CsdlProperty property(String name, FullQualifiedName type) {
        return new CsdlProperty().setName(name).setType(type);
    }

    private static CsdlParameter parameter(String name, FullQualifiedName type) {
        return new CsdlParameter().setName(name).setType(type);
    }

    private static CsdlSchema schema() {
        var customer = new CsdlEntityType().setName("Customer").setKey(List.of(new CsdlPropertyRef().setName("Id"))).setProperties(List.of(property("Id", edm("Guid")).setNullable(false),
                property("Name", edm("String")), property("Age", edm("Int32")), property("Active", edm("Boolean")), property("Credit", edm("Decimal")).setPrecision(10).setScale(2),
                property("Created", edm("DateTimeOffset")), property("Born", edm("Date")), property("Colour", own("Colour")), property("Tags", edm("String")).setCollection(true),
                property("Address", own("Address")))).setNavigationProperties(List.of(new CsdlNavigationProperty().setName("Orders").setType(own("Order")).setCollection(true).setPartner("Customer")));
        var order = new CsdlEntityType().setName("Order").setKey(List.of(new CsdlPropertyRef().setName("Number"), new CsdlPropertyRef().setName("Line")))
                .setProperties(List.of(property("Number", edm("Int64")).setNullable(false), property("Line", edm("String")).setNullable(false), property("Price", edm("Decimal")), property("Paid", edm("Duration"))))
                .setNavigationProperties(List.of(new CsdlNavigationProperty().setName("Customer").setType(own("Customer")).setPartner("Orders")));
        var address = new CsdlComplexType().setName("Address").setProperties(List.of(property("City", edm("String")), property("Place", edm("GeographyPoint"))));
        var colour = new CsdlEnumType().setName("Colour").setUnderlyingType(edm("Int32")).setFlags(true).setMembers(List.of(new CsdlEnumMember().setName("Red").setValue("1"),
                new CsdlEnumMember().setName("Green").setValue("2"), new CsdlEnumMember().setName("Blue").setValue("4")));
        var best = new CsdlFunction().setName("Best").setParameters(List.of(parameter("count", edm("Int32")).setNullable(false))).setReturnType(new CsdlReturnType().setType(own("Customer")).setCollection(true));
        var total = new CsdlFunction().setName("Total").setBound(true).setParameters(List.of(parameter("it", own("Customer")), parameter("year", edm("Int32")).setNullable(false)))
                .setReturnType(new CsdlReturnType().setType(edm("Decimal")));
        return new CsdlSchema().setNamespace("Shop.Model").setEntityTypes(List.of(customer, order, new CsdlEntityType().setName("Vip").setBaseType(own("Customer")).setProperties(List.of(property("Level", edm("Int32"))))))
                .setComplexTypes(List.of(address)).setEnumTypes(List.of(colour)).setFunctions(List.of(best, total)).setActions(List.of(new CsdlAction().setName("Reset"))).setEntityContainer(container());
    }

    private static CsdlEntityContainer container() {
        return new CsdlEntityContainer().setName("Container")
                .setEntitySets(List.of(new CsdlEntitySet().setName("Customers").setType(own("Customer")).setNavigationPropertyBindings(List.of(new CsdlNavigationPropertyBinding().setPath("Orders").setTarget("Orders"))),
                        new CsdlEntitySet().setName("Orders").setType(own("Order")).setNavigationPropertyBindings(List.of(new CsdlNavigationPropertyBinding().setPath("Customer").setTarget("Customers")))))
                .setSingletons(List.of(new CsdlSingleton().setName("Me").setType(own("Customer"))))
                .setFunctionImports(List.of(new CsdlFunctionImport().setName("Best").setFunction(own("Best")).setEntitySet("Customers")))
                .setActionImports(List.of(new CsdlActionImport().setName("Reset").setAction(own("Reset"))));
    }

    @Override
    public CsdlEntityType getEntityType(FullQualifiedName name) {
        return schema.getEntityType(name.getName());
    }

    @Override
    public CsdlComplexType getComplexType(FullQualifiedName name) {
        return schema.getComplexType(name.getName());
    }

    @Override
    public CsdlEnumType getEnumType(FullQualifiedName name) {
        return schema.getEnumType(name.getName());
    }

    @Override
    public List<CsdlFunction> getFunctions(FullQualifiedName name) {
        return schema.getFunctions(name.getName());
    }

    @Override
    public List<CsdlAction> getActions(FullQualifiedName name) {
        return schema.getActions(name.getName());
    }

    @Override
    public CsdlEntitySet getEntitySet(FullQualifiedName container, String name) {
        return schema.getEntityContainer().getEntitySet(name);
    }

    @Override
    public CsdlSingleton getSingleton(FullQualifiedName container, String name) {
        return schema.getEntityContainer().getSingleton(name);
    }

    @Override
    public CsdlFunctionImport getFunctionImport(FullQualifiedName container, String name) {
        return schema.getEntityContainer().getFunctionImport(name);
    }

    @Override
    public CsdlActionImport getActionImport(FullQualifiedName container, String name) {
        return schema.getEntityContainer().getActionImport(name);
    }

    @Override
    public CsdlEntityContainer getEntityContainer() {
        return schema.getEntityContainer();
    }

    @Override
    public CsdlEntityContainerInfo getEntityContainerInfo(FullQualifiedName name) {
        return new CsdlEntityContainerInfo().setContainerName(own("Container"));
    }

    @Override
    public List<CsdlSchema> getSchemas() {
        return List.of(schema);
    }
}
