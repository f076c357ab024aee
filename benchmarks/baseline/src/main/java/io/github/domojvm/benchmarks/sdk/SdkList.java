package io.github.domojvm.benchmarks.sdk;

import com.google.gson.reflect.TypeToken;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import okhttp3.Request;

/**
 * Lists 50 DataSets again and again and prints the bytes allocated per call. Arguments: the URL, the calls before the
 * measurement, and the measured calls.
 */
public final class SdkList {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SdkList() {}

    /**
     * Lists the DataSets.
     *
     * @param args the URL, the calls before the measurement, the measured calls
     * @throws Exception if a request fails
     */
    public static void main(String[] args) throws Exception {
        try (Transport transport = new Transport(args[0])) {
            list(transport, Integer.parseInt(args[1]));
            int calls = Integer.parseInt(args[2]);
            long before = allocated();
            Stopwatch.measure(1, () -> list(transport, calls));
            System.out.println("value bytesPerCall " + (allocated() - before) / (double) calls);
        }
    }

    static void list(Transport transport, int calls) throws IOException {
        for (int i = 0; i < calls; i++) {
            String json = transport.text(new Request.Builder(), "/v1/datasets?limit=50&offset=0");
            List<SdkDataSet> page = transport.gson().fromJson(json, new TypeToken<List<SdkDataSet>>() {}.getType());
            if (page.size() != 50) {
                throw new IllegalStateException(page.size() + " DataSets instead of 50");
            }
        }
    }

    private static long allocated() {
        long[] bytes = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
        return Arrays.stream(bytes).filter(count -> count > 0).sum();
    }
}
