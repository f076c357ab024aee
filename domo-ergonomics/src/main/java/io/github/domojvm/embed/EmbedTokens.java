package io.github.domojvm.embed;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.rest.api.EmbedApi;
import io.github.domojvm.rest.model.EmbedToken;
import io.github.domojvm.rest.model.EmbedTokenRequest;
import retrofit2.Call;

/**
 * Creates embed tokens, with which the browser of a viewer shows an embedded Card or dashboard with filtered rows.
 * Create one for each viewer and session; it expires with the session.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code dashboard}.
 */
public final class EmbedTokens {
    static {
        FacadeFactory.register(EmbedTokens.class, EmbedTokens::new);
    }

    private final EmbedApi api;
    private final CallExecutor calls;

    EmbedTokens(ClientContext client) {
        this.api = client.api().embed();
        this.calls = client.calls();
    }

    /**
     * Creates a token for embedded Cards.
     *
     * @param request the embed ids, the permissions of the viewer, the filters, and the length of the session in
     *     minutes
     * @return the token, which is a secret of this viewer
     */
    public EmbedToken createForCards(EmbedTokenRequest request) {
        return token(api.createCardEmbedToken(Args.notNull("request", request)));
    }

    /**
     * Creates a token for embedded dashboards.
     *
     * @param request the embed ids, the permissions of the viewer, the filters, and the length of the session in
     *     minutes
     * @return the token, which is a secret of this viewer
     */
    public EmbedToken createForDashboards(EmbedTokenRequest request) {
        return token(api.createDashboardEmbedToken(Args.notNull("request", request)));
    }

    /**
     * Creates a token for embedded dashboards at the older path {@code /v1/dashboards/embed/auth}, which programs use
     * but Domo's reference does not list. Prefer {@link #createForDashboards}.
     *
     * @param request as for {@link #createForDashboards}
     * @return the token, which is a secret of this viewer
     */
    public EmbedToken createForDashboardsByAlias(EmbedTokenRequest request) {
        return token(api.createDashboardEmbedTokenByAlias(Args.notNull("request", request)));
    }

    private EmbedToken token(Call<EmbedToken> call) {
        return calls.get(call, ResponseCheck.hasId(EmbedToken::authentication));
    }
}
