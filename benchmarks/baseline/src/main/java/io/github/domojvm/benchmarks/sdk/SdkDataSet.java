package io.github.domojvm.benchmarks.sdk;

import java.util.List;

/** A DataSet with the members of the SDK's class and those that lists have; times are text, as in the SDK. */
final class SdkDataSet {
    String id;
    String name;
    String description;
    long rows;
    long columns;
    Owner owner;
    String createdAt;
    String updatedAt;
    String dataCurrentAt;
    boolean pdpEnabled;
    Schema schema;

    static final class Owner {
        long id;
        String name;
    }

    static final class Schema {
        List<Column> columns;
    }

    static final class Column {
        String type;
        String name;
    }
}
