package io.github.domojvm.domophp;

import io.github.domojvm.DomoClient;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Policy;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.User;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The Java equivalents of the calls in the manual of domo-php 0.2: a class per service, and a test with the name of
 * each call. Each test uses a separate sandbox.
 */
abstract class ManualTest {
    static final Schema FRUIT = SchemaBuilder.builder()
            .dateColumn("Date")
            .stringColumn("Fruit")
            .doubleColumn("Revenue")
            .build();

    DomoSandbox sandbox;
    DomoClient domo;

    @BeforeEach
    void start() {
        sandbox = DomoSandbox.start();
        domo = DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(sandbox.url().toString())
                .build();
    }

    @AfterEach
    void stop() {
        domo.close();
        sandbox.close();
    }

    DataSet fruit() {
        return domo.dataSets().create("My First Dataset", FRUIT);
    }

    Policy apples(DataSet dataSet) {
        return domo.policies()
                .create(
                        dataSet.id(),
                        CreatePolicyRequest.builder()
                                .name("Apples only")
                                .filters(List.of(PolicyFilters.column("Fruit").equalTo("Apples")))
                                .build());
    }

    User john() {
        return domo.users().create("John Doe", "john.doe@example.org");
    }

    DomoStream salaries() {
        Schema schema = SchemaBuilder.builder()
                .stringColumn("Full Name")
                .doubleColumn("Salary")
                .dateColumn("Start Date")
                .build();
        return domo.streams().create("Test Dataset", schema, UpdateMethod.APPEND);
    }
}
