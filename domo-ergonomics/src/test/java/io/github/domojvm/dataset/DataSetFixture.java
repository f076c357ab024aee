package io.github.domojvm.dataset;

import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.sandbox.DomoSandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A sandbox per test class, and a {@link DataSets} facade with a fake clock. */
abstract class DataSetFixture {
    static DomoSandbox sandbox;
    static DataSets dataSets;
    private static TestDomo domo;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        domo = new TestDomo(sandbox, new FakeTiming());
        dataSets = domo.facade(DataSets.class);
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }
}
