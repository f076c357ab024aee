package com.example;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Row;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import org.jspecify.annotations.NullMarked;

/** An application checked by NullAway: creates a DataSet, loads rows and reads them. */
@NullMarked
public final class FruitSales {
    private FruitSales() {}

    public static void main(String[] args) {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
            sellFruit(domo);
        }
    }

    private static void sellFruit(DomoClient domo) {
        DataSet fruit = domo.dataSets()
                .create(
                        "Fruit",
                        SchemaBuilder.builder()
                                .stringColumn("fruit")
                                .longColumn("sold")
                                .build());
        String id = fruit.id();
        System.out.println("loaded: "
                + domo.load(id, CsvSource.fromText("apple,3\nbanana,\n"), UpdateMethod.REPLACE)
                        .rows());

        try (Rows rows = domo.dataSets().rows(id)) {
            for (Row row : rows) {
                Long sold = row.getLong("sold");
                System.out.println("row: " + row.getString("fruit") + " " + (sold == null ? "none" : sold + 1));
            }
        }
        try {
            domo.users().get(404);
        } catch (NotFoundException e) {
            System.out.println("not found: " + e.status());
        }
    }
}
