package com.example.app;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;

/** Loads rows, lists DataSets, and converts the rows to a record in a package that is not open. */
public final class Main {
    record Sale(String product, long amount) {}

    private Main() {}

    public static void main(String[] args) {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
            DataSet sales = domo.dataSets()
                    .create("Sales", SchemaBuilder.from(Sale.class).build());
            System.out.println("loaded: "
                    + domo.load(sales.id(), CsvSource.fromText("apple,3\n"), UpdateMethod.REPLACE)
                            .rows());
            for (DataSet dataSet : domo.dataSets().list()) {
                System.out.println("listed: " + dataSet.name());
            }
            try (Rows rows = domo.dataSets().query(sales.id(), "SELECT * FROM table")) {
                rows.toRecords(Sale.class).forEach(System.out::println);
            } catch (IllegalArgumentException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }
}
