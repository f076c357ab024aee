package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.DomoSandbox;
import java.net.URI;

/**
 * A sandbox that is reached through a Prism, which holds its answers against the description.
 *
 * @param sandbox the server
 * @param prism refuses whatever answer the description does not allow
 * @param observer lets every answer pass, and says what the description does not allow
 * @param maker a client that goes past Prism, to make what tests are about
 */
record ProxiedSandbox(DomoSandbox sandbox, Prism prism, Prism observer, DomoClient maker) implements AutoCloseable {
    static ProxiedSandbox start() {
        DomoSandbox sandbox = DomoSandbox.start();
        return new ProxiedSandbox(
                sandbox,
                Tools.strictProxy(sandbox.url()),
                Tools.observingProxy("prism-observing-proxy.log", sandbox.url()),
                client(sandbox, sandbox.url()));
    }

    /** One of everything, new. */
    Ids world() {
        return SandboxWorld.create(maker);
    }

    /** A client whose requests go by the tap; without scopes named its token is good for all. */
    DomoClient client(WireTap tap, String... scopes) {
        return client(sandbox, tap.url(), scopes);
    }

    private static DomoClient client(DomoSandbox sandbox, URI url, String... scopes) {
        return DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(url.toString())
                .scopes(scopes)
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    @Override
    public void close() {
        maker.close();
        prism.close();
        observer.close();
        sandbox.close();
    }
}
