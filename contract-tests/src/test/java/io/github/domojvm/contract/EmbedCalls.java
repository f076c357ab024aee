package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;

import io.github.domojvm.rest.model.EmbedAuthorizationRequest;
import io.github.domojvm.rest.model.EmbedFilterRequest;
import io.github.domojvm.rest.model.EmbedOperator;
import io.github.domojvm.rest.model.EmbedPermission;
import io.github.domojvm.rest.model.EmbedTokenRequest;
import java.util.List;

/** The client calls of the Embed Token operations. */
final class EmbedCalls {
    static final List<ClientCall> ALL = List.of(
            reading(
                    "createCardEmbedToken",
                    "EmbedTokens.createForCards",
                    (domo, ids) -> domo.embedTokens().createForCards(request())),
            reading(
                    "createDashboardEmbedToken",
                    "EmbedTokens.createForDashboards",
                    (domo, ids) -> domo.embedTokens().createForDashboards(request())),
            reading(
                    "createDashboardEmbedTokenByAlias",
                    "EmbedTokens.createForDashboardsByAlias",
                    (domo, ids) -> domo.embedTokens().createForDashboardsByAlias(request())),
            rest("createCardEmbedToken", (api, ids) -> api.embed().createCardEmbedToken(request())),
            rest("createDashboardEmbedToken", (api, ids) -> api.embed().createDashboardEmbedToken(request())),
            rest(
                    "createDashboardEmbedTokenByAlias",
                    (api, ids) -> api.embed().createDashboardEmbedTokenByAlias(request())));

    private EmbedCalls() {}

    private static EmbedTokenRequest request() {
        EmbedFilterRequest filter = EmbedFilterRequest.builder()
                .column("harbour")
                .operator(EmbedOperator.IN)
                .values(List.of("Leith"))
                .build();
        return EmbedTokenRequest.builder()
                .sessionLength(60)
                .authorizations(List.of(EmbedAuthorizationRequest.builder()
                        .token("q7Zk2")
                        .permissions(List.of(EmbedPermission.READ, EmbedPermission.FILTER, EmbedPermission.EXPORT))
                        .filters(List.of(filter))
                        .build()))
                .build();
    }
}
