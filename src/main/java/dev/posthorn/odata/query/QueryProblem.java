package dev.posthorn.odata.query;

/// A text that cannot be read as an expression of OData.
public final class QueryProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    QueryProblem(Fault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
