package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.AccessToken;
import io.github.domojvm.rest.model.CreateClientRequest;
import io.github.domojvm.rest.model.CreatedClient;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.GrantType;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** The samples of the token and client operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class AuthenticationSamples {
    void createAccessToken(DomoClient domo) {
        // The client requests a token when it needs one, and renews it before it expires.
        List<DataSet> dataSets = domo.dataSets().list().toList();
    }

    void createAccessToken(RestAccess rest, URI apiUrl) throws IOException {
        String credentials = Credentials.basic("CLIENT_ID", "CLIENT_SECRET");
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", credentials)
                        .build()))
                .build();
        DomoRest api = DomoRest.create(apiUrl, http);
        AccessToken token = api.authentication()
                .createAccessToken(GrantType.CLIENT_CREDENTIALS, "data user")
                .execute()
                .body();
    }

    void createClient(DomoClient domo) {
        CreatedClient client = domo.apiClients()
                .create(
                        "invented-session",
                        "northwind.domo.com",
                        CreateClientRequest.builder()
                                .name("Tide loader")
                                .scope(List.of("data", "user"))
                                .build());
    }

    void createClient(RestAccess rest) {
        CreatedClient client = rest.execute(rest.api()
                .authentication()
                .createClient(
                        "invented-session",
                        "northwind.domo.com",
                        CreateClientRequest.builder()
                                .name("Tide loader")
                                .scope(List.of("data", "user"))
                                .build()));
    }
}
