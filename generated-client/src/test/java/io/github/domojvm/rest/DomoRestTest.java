package io.github.domojvm.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.SampleApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.model.AccessToken;
import io.github.domojvm.rest.model.GrantType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.Path;

class DomoRestTest {
    private static final URI DOMO = URI.create("https://api.domo.com");

    static List<Class<?>> interfaces() {
        return Stream.of(DataSetsApi.class, SampleApi.class)
                .flatMap(api -> CompiledClasses.inPackage(api, DataSetsApi.class.getPackageName()).stream())
                .filter(type -> type.getSimpleName().endsWith("Api"))
                .toList();
    }

    @Test
    void findsTheCompiledInterfaces() {
        assertThat(interfaces()).hasSizeGreaterThanOrEqualTo(4).contains(DataSetsApi.class, StreamsApi.class);
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void retrofitAcceptsEveryOperation(Class<?> api) {
        Retrofit eager = new Retrofit.Builder()
                .baseUrl(DOMO.toString())
                .addConverterFactory(new JsonBodies(DomoJson.moshi(), JsonBodies.MAX_RESPONSE_BYTES))
                .validateEagerly(true)
                .build();

        assertThatCode(() -> eager.create(api)).doesNotThrowAnyException();
        assertThat(api.getMethods()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void pathParametersAndBodiesAreNotNullable(Class<?> api) {
        for (Method operation : api.getMethods()) {
            for (Parameter parameter : operation.getParameters()) {
                boolean always = parameter.isAnnotationPresent(Path.class) || parameter.isAnnotationPresent(Body.class);
                assertThat(always && isNullable(parameter))
                        .as("%s, %s", operation, parameter)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void anOperationThatDomoDeprecatedCausesNoCompilerWarning(Class<?> api) {
        assertThat(api.isAnnotationPresent(Deprecated.class)).isFalse();
        assertThat(api.getMethods()).noneMatch(operation -> operation.isAnnotationPresent(Deprecated.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void rejectsAnIdThatWouldChangeThePath(String id) {
        DomoRest rest = DomoRest.create(DOMO, new OkHttpClient());

        assertThatThrownBy(() -> rest.cards().getCard(id).request())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cardUrn must be an id, not '" + id + "', which would change the path of the request");
        assertThat(rest.cards().getCard("a/b c").request().url().encodedPath()).isEqualTo("/v1/cards/a%2Fb%20c");
    }

    @Test
    void doesNotSendDefaultsOfTheDescription() {
        DomoRest rest = DomoRest.create(DOMO, new OkHttpClient());
        RequestBody rows = RequestBody.create(new byte[0]);

        assertThat(Stream.of(
                        rest.dataSets().listDataSets(null, null, null, null),
                        rest.dataSets().exportData("id", null, null),
                        rest.dataSets().importData("id", rows, null),
                        rest.cards().listCards(null, null),
                        rest.groups().listGroups(null, null)))
                .allSatisfy(call -> assertThat(call.request().url().query()).isNull());
    }

    @Test
    void optionalParametersAreNullable() {
        assertThat(nullable(DataSetsApi.class, "listDataSets")).containsExactly(true, true, true, true);
        assertThat(nullable(DataSetsApi.class, "importData")).containsExactly(false, false, true);
        assertThat(nullable(StreamsApi.class, "searchStreams")).containsExactly(false, true);
        assertThat(nullable(StreamsApi.class, "uploadPart")).containsExactly(false, false, false, false, true);
        assertThat(nullable(SampleApi.class, "attachSample")).containsExactly(false, false, true, true);
    }

    @Test
    void everyGeneratedInterfaceHasAnAccessor() throws ReflectiveOperationException {
        DomoRest rest = DomoRest.create(DOMO, new OkHttpClient());
        List<Class<?>> reached = new ArrayList<>();
        for (Method accessor : DomoRest.class.getMethods()) {
            if (accessor.getReturnType().isInterface()) {
                assertThat(accessor.invoke(rest)).isInstanceOf(accessor.getReturnType());
                reached.add(accessor.getReturnType());
            }
        }

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        CompiledClasses.inPackage(DataSetsApi.class, DataSetsApi.class.getPackageName()).stream()
                                .filter(type -> type.getSimpleName().endsWith("Api"))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/behind/a/proxy", "/behind/a/proxy/"})
    void preservesThePathOfTheBaseUrl(String path) throws Exception {
        try (Loopback server = Loopback.responding("application/json", "{}")) {
            DomoRest rest = DomoRest.create(server.url(path), server.client());

            assertThat(rest.dataSets().getDataSet("7b1c").execute().isSuccessful())
                    .isTrue();

            assertThat(server.received.take().uri()).hasToString("/behind/a/proxy/v1/datasets/7b1c");
        }
    }

    @Test
    void requestsATokenWithAForm() throws Exception {
        try (Loopback server =
                Loopback.responding("application/json", "{\"access_token\":\"e30\",\"expires_in\":3599}")) {
            AccessToken token = server.rest()
                    .authentication()
                    .createAccessToken(GrantType.CLIENT_CREDENTIALS, null)
                    .execute()
                    .body();

            assertThat(token.accessToken()).isEqualTo("e30");
            assertThat(token.expiresIn()).isEqualTo(3599L);
            assertThat(server.received.take().body()).isEqualTo("grant_type=client_credentials");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://api.domo.com", "api.domo.com", "https:///v1", "mailto:domo.com", ""})
    void rejectsABaseUrlThatIsNotHttp(String address) {
        assertThatThrownBy(() -> DomoRest.create(URI.create(address), new OkHttpClient()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("baseUrl must be an http or https URL such as https://api.domo.com, not '" + address + "'");
    }

    @Test
    void rejectsABaseUrlWithUserQueryOrFragmentWithoutQuotingIt() {
        for (String address :
                List.of("https://me:secret@domo.com/x", "https://domo.com?secret", "https://domo.com#secret")) {
            assertThatThrownBy(() -> DomoRest.create(URI.create(address), new OkHttpClient()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("baseUrl")
                    .hasMessageContaining("domo.com")
                    .hasMessageNotContaining("secret");
        }
    }

    private static List<Boolean> nullable(Class<?> api, String operation) {
        return Arrays.stream(api.getMethods())
                .filter(method -> method.getName().equals(operation))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .map(DomoRestTest::isNullable)
                .toList();
    }

    private static boolean isNullable(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotatedType().getAnnotations()) {
            if (annotation instanceof Nullable) {
                return true;
            }
        }
        return false;
    }
}
