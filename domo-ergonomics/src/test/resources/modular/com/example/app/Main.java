package com.example.app;

import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rows.RowFormat;

/** Lists DataSets, then uses a record of a package that is not open. */
public final class Main {
    record Sale(String product, long amount) {}

    private Main() {}

    public static void main(String[] args) {
        try (DomoClient domo = DomoClient.fromEnvironment()) {
            for (DataSet dataSet : domo.dataSets().list()) {
                System.out.println("listed: " + dataSet.name());
            }
        }
        try {
            System.out.println(RowFormat.records(Sale.class));
        } catch (IllegalArgumentException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
