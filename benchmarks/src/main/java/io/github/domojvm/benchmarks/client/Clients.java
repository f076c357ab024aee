package io.github.domojvm.benchmarks.client;

import io.github.domojvm.DomoClient;

/** Creates the client of all programs. */
final class Clients {
    private Clients() {}

    static DomoClient connect(String url) {
        return DomoClient.builder()
                .credentials("benchmark", "marker-benchmark")
                .apiUrl(url)
                .build();
    }
}
