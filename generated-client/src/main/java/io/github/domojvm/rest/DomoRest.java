package io.github.domojvm.rest;

import io.github.domojvm.rest.api.AccountsApi;
import io.github.domojvm.rest.api.ActionsApi;
import io.github.domojvm.rest.api.ActivityLogApi;
import io.github.domojvm.rest.api.AuthenticationApi;
import io.github.domojvm.rest.api.BuzzApi;
import io.github.domojvm.rest.api.CardsApi;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.EmbedApi;
import io.github.domojvm.rest.api.GroupsApi;
import io.github.domojvm.rest.api.PagesApi;
import io.github.domojvm.rest.api.PoliciesApi;
import io.github.domojvm.rest.api.ProjectsApi;
import io.github.domojvm.rest.api.SimpleApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.api.TasksApi;
import io.github.domojvm.rest.api.UsersApi;
import java.net.URI;
import okhttp3.Call;
import okhttp3.HttpUrl;
import retrofit2.Retrofit;

/**
 * Provides every operation of the API description as a Retrofit call, with any OkHttp call factory.
 *
 * <p>The call factory sends the requests: this class does not add a token, retry calls or convert error statuses to
 * exceptions. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * DomoRest rest = DomoRest.create(URI.create("https://api.domo.com"), callFactoryThatAddsAToken);
 * DataSet dataSet = rest.dataSets().getDataSet(id).execute().body();
 * }</pre>
 */
public final class DomoRest {
    private final Retrofit retrofit;

    private DomoRest(Retrofit retrofit) {
        this.retrofit = retrofit;
    }

    /**
     * Creates the interfaces. Sends nothing. A JSON response may have up to 64 MiB.
     *
     * @param baseUrl the URL of the service, such as {@code https://api.domo.com}; a path is used as a prefix
     * @param calls creates the HTTP calls, for example an {@code OkHttpClient}
     * @return the interfaces
     * @throws IllegalArgumentException if the URL is not an http or https URL, or has a user, query or fragment
     */
    public static DomoRest create(URI baseUrl, Call.Factory calls) {
        return create(baseUrl, calls, JsonBodies.MAX_RESPONSE_BYTES);
    }

    /**
     * Creates the interfaces with another limit of JSON responses, which are held in memory. Sends nothing.
     *
     * @param baseUrl the URL of the service, such as {@code https://api.domo.com}; a path is used as a prefix
     * @param calls creates the HTTP calls, for example an {@code OkHttpClient}
     * @param maxResponseBytes the maximum size of a JSON response after decompression, positive; a larger one is an
     *     {@link UnreadableResponseException}
     * @return the interfaces
     * @throws IllegalArgumentException if the URL is not an http or https URL, or has a user, query or fragment, or the
     *     limit is not positive
     */
    public static DomoRest create(URI baseUrl, Call.Factory calls, long maxResponseBytes) {
        if (maxResponseBytes < 1) {
            throw new IllegalArgumentException("maxResponseBytes must be positive: " + maxResponseBytes);
        }
        return new DomoRest(new Retrofit.Builder()
                .baseUrl(prefix(baseUrl))
                .callFactory(calls)
                .addConverterFactory(new JsonBodies(DomoJson.moshi(), maxResponseBytes))
                .build());
    }

    /**
     * Returns the token and client operations.
     *
     * @return the generated interface
     */
    public AuthenticationApi authentication() {
        return api(AuthenticationApi.class);
    }

    /**
     * Returns the DataSet operations.
     *
     * @return the generated interface
     */
    public DataSetsApi dataSets() {
        return api(DataSetsApi.class);
    }

    /**
     * Returns the Stream and execution operations.
     *
     * @return the generated interface
     */
    public StreamsApi streams() {
        return api(StreamsApi.class);
    }

    /**
     * Returns the Account operations.
     *
     * @return the generated interface
     */
    public AccountsApi accounts() {
        return api(AccountsApi.class);
    }

    /**
     * Returns the Activity Log operations.
     *
     * @return the generated interface
     */
    public ActivityLogApi activityLog() {
        return api(ActivityLogApi.class);
    }

    /**
     * Returns the Card operations.
     *
     * @return the generated interface
     */
    public CardsApi cards() {
        return api(CardsApi.class);
    }

    /**
     * Returns the Embed Token operations.
     *
     * @return the generated interface
     */
    public EmbedApi embed() {
        return api(EmbedApi.class);
    }

    /**
     * Returns the Group operations.
     *
     * @return the generated interface
     */
    public GroupsApi groups() {
        return api(GroupsApi.class);
    }

    /**
     * Returns the Page and collection operations.
     *
     * @return the generated interface
     */
    public PagesApi pages() {
        return api(PagesApi.class);
    }

    /**
     * Returns the PDP policy operations.
     *
     * @return the generated interface
     */
    public PoliciesApi policies() {
        return api(PoliciesApi.class);
    }

    /**
     * Returns the Project operations.
     *
     * @return the generated interface
     */
    public ProjectsApi projects() {
        return api(ProjectsApi.class);
    }

    /**
     * Returns the Simple operations.
     *
     * @return the generated interface
     */
    public SimpleApi simple() {
        return api(SimpleApi.class);
    }

    /**
     * Returns the Task and attachment operations.
     *
     * @return the generated interface
     */
    public TasksApi tasks() {
        return api(TasksApi.class);
    }

    /**
     * Returns the User operations.
     *
     * @return the generated interface
     */
    public UsersApi users() {
        return api(UsersApi.class);
    }

    /**
     * Returns the API Action operations.
     *
     * @return the generated interface
     */
    public ActionsApi actions() {
        return api(ActionsApi.class);
    }

    /**
     * Returns the Buzz operations. Domo documents them as deprecated; they have no {@code @Deprecated}, since it would
     * fail builds that treat warnings as errors.
     *
     * @return the generated interface
     */
    public BuzzApi buzz() {
        return api(BuzzApi.class);
    }

    private static HttpUrl prefix(URI baseUrl) {
        String text = baseUrl.toString();
        HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
        // OkHttp parses https:///v1 as the host v1.
        if (url == null || baseUrl.getRawAuthority() == null) {
            throw new IllegalArgumentException(
                    "baseUrl must be an http or https URL such as https://api.domo.com, not '" + shown(text) + "'");
        }
        if (baseUrl.getRawUserInfo() != null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "baseUrl must contain only a host and a path, without user, query or fragment: '" + shown(text)
                            + "'");
        }
        return url;
    }

    /** Removes the parts that may contain a password or a token. */
    private static String shown(String url) {
        return url.replaceFirst("[?#].*", "").replaceFirst(".*@", "");
    }

    private <T> T api(Class<T> type) {
        return retrofit.create(type);
    }
}
