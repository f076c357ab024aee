package io.github.domojvm.contract;

import io.github.domojvm.DomoClient;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Quirk;
import java.net.URI;

/**
 * A sandbox behind Prism proxies, which validate its responses against the description.
 *
 * @param sandbox the sandbox server
 * @param prism the proxy that rejects requests and responses that violate the description
 * @param observer the proxy that forwards every response and reports violations
 * @param setup a client that bypasses Prism and creates the objects of tests
 */
record ProxiedSandbox(DomoSandbox sandbox, Prism prism, Prism observer, DomoClient setup) implements AutoCloseable {
    static ProxiedSandbox start() {
        DomoSandbox sandbox = DomoSandbox.builder()
                .quirk(Quirk.UNKNOWN_ACCOUNT_TYPES_ARE_REJECTED)
                .start();
        return new ProxiedSandbox(
                sandbox,
                Tools.strictProxy(sandbox.url()),
                Tools.observingProxy("prism-observing-proxy", sandbox.url()),
                client(sandbox, sandbox.url()));
    }

    /** Creates one object of each kind. */
    Ids world() {
        return SandboxWorld.create(setup);
    }

    /** Creates a client that sends its requests through the tap. Without scopes, its token has all scopes. */
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
        setup.close();
        prism.close();
        observer.close();
        sandbox.close();
    }
}
