package io.github.domojvm.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Records in the {@link WireMark} of a request whether the proxy or the service could not be reached. The message of
 * OkHttp only has the address that was tried, whose text can differ from that of the URL for the same host.
 */
final class ConnectFailures extends EventListener {
    static final ConnectFailures LISTENER = new ConnectFailures();

    private ConnectFailures() {}

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        WireMark mark = call.request().tag(WireMark.class);
        if (mark != null) {
            mark.failToConnect(proxy);
        }
    }
}
