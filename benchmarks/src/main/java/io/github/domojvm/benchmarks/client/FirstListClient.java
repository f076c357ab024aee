package io.github.domojvm.benchmarks.client;

import io.github.domojvm.DomoClient;

/** Lists 50 DataSets once and ends: the start-up of a program. Argument: the URL. */
public final class FirstListClient {
    private FirstListClient() {}

    /**
     * Lists the DataSets.
     *
     * @param args the URL
     */
    public static void main(String[] args) {
        try (DomoClient domo = Clients.connect(args[0])) {
            ListClient.list(domo, 1);
            System.out.println("50 DataSets");
        }
    }
}
