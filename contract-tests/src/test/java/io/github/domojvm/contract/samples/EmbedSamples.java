package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.EmbedAuthorizationRequest;
import io.github.domojvm.rest.model.EmbedPermission;
import io.github.domojvm.rest.model.EmbedToken;
import io.github.domojvm.rest.model.EmbedTokenRequest;
import java.util.List;

/** The samples of the embed token operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class EmbedSamples {
    void createCardEmbedToken(DomoClient domo) {
        EmbedAuthorizationRequest authorization = EmbedAuthorizationRequest.builder()
                .token("q7Zk2")
                .permissions(List.of(EmbedPermission.READ, EmbedPermission.FILTER, EmbedPermission.EXPORT))
                .build();
        EmbedTokenRequest request = EmbedTokenRequest.builder()
                .sessionLength(480)
                .authorizations(List.of(authorization))
                .build();
        EmbedToken token = domo.embedTokens().createForCards(request);
    }

    void createCardEmbedToken(RestAccess rest) {
        EmbedAuthorizationRequest authorization = EmbedAuthorizationRequest.builder()
                .token("q7Zk2")
                .permissions(List.of(EmbedPermission.READ, EmbedPermission.FILTER, EmbedPermission.EXPORT))
                .build();
        EmbedTokenRequest request = EmbedTokenRequest.builder()
                .sessionLength(480)
                .authorizations(List.of(authorization))
                .build();
        EmbedToken token = rest.execute(rest.api().embed().createCardEmbedToken(request));
    }

    void createDashboardEmbedToken(DomoClient domo) {
        EmbedAuthorizationRequest authorization = EmbedAuthorizationRequest.builder()
                .token("q7Zk2")
                .permissions(List.of(EmbedPermission.READ, EmbedPermission.FILTER, EmbedPermission.EXPORT))
                .build();
        EmbedTokenRequest request = EmbedTokenRequest.builder()
                .sessionLength(480)
                .authorizations(List.of(authorization))
                .build();
        EmbedToken token = domo.embedTokens().createForDashboards(request);
    }

    void createDashboardEmbedToken(RestAccess rest) {
        EmbedAuthorizationRequest authorization = EmbedAuthorizationRequest.builder()
                .token("q7Zk2")
                .permissions(List.of(EmbedPermission.READ, EmbedPermission.FILTER, EmbedPermission.EXPORT))
                .build();
        EmbedTokenRequest request = EmbedTokenRequest.builder()
                .sessionLength(480)
                .authorizations(List.of(authorization))
                .build();
        EmbedToken token = rest.execute(rest.api().embed().createDashboardEmbedToken(request));
    }

    void createDashboardEmbedTokenByAlias(DomoClient domo) {
        EmbedAuthorizationRequest authorization = EmbedAuthorizationRequest.builder()
                .token("q7Zk2")
                .permissions(List.of(EmbedPermission.READ, EmbedPermission.FILTER, EmbedPermission.EXPORT))
                .build();
        EmbedTokenRequest request = EmbedTokenRequest.builder()
                .sessionLength(480)
                .authorizations(List.of(authorization))
                .build();
        EmbedToken token = domo.embedTokens().createForDashboardsByAlias(request);
    }

    void createDashboardEmbedTokenByAlias(RestAccess rest) {
        EmbedAuthorizationRequest authorization = EmbedAuthorizationRequest.builder()
                .token("q7Zk2")
                .permissions(List.of(EmbedPermission.READ, EmbedPermission.FILTER, EmbedPermission.EXPORT))
                .build();
        EmbedTokenRequest request = EmbedTokenRequest.builder()
                .sessionLength(480)
                .authorizations(List.of(authorization))
                .build();
        EmbedToken token = rest.execute(rest.api().embed().createDashboardEmbedTokenByAlias(request));
    }
}
