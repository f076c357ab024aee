package io.github.domojvm.benchmarks.client;

import io.github.domojvm.DomoClient;
import io.github.domojvm.DomoClientBuilder;

/** Creates the clients of all programs. */
final class Clients {
    private Clients() {}

    static DomoClient connect(String url) {
        return builder(url).build();
    }

    static DomoClientBuilder builder(String url) {
        return DomoClient.builder().credentials("benchmark", "marker-benchmark").apiUrl(url);
    }
}
