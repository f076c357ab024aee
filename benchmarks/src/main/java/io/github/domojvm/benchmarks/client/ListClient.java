package io.github.domojvm.benchmarks.client;

import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.model.DataSet;
import java.util.List;

/**
 * Lists 50 DataSets again and again and prints the bytes allocated and the CPU time per call. Arguments: the URL, the
 * calls before the measurement, and the measured calls.
 */
public final class ListClient {
    private ListClient() {}

    /**
     * Lists the DataSets.
     *
     * @param args the URL, the calls before the measurement, the measured calls
     */
    public static void main(String[] args) {
        int calls = Integer.parseInt(args[2]);
        try (DomoClient domo = Clients.connect(args[0])) {
            list(domo, Integer.parseInt(args[1]));
            Allocation allocation = Allocation.start();
            Stopwatch.measure(1, () -> list(domo, calls));
            Stopwatch.print("bytesPerCall", allocation.bytes() / (double) calls);
        }
    }

    /** Lists the DataSets as often as requested, and throws if they are not 50. */
    static void list(DomoClient domo, int calls) {
        for (int i = 0; i < calls; i++) {
            List<DataSet> page = domo.dataSets().list().pages().iterator().next();
            if (page.size() != 50) {
                throw new IllegalStateException(page.size() + " DataSets instead of 50");
            }
        }
    }
}
