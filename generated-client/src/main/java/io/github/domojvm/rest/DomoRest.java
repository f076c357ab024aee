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
 * Every operation of the spec as a Retrofit call, over any OkHttp call factory.
 *
 * <p>The call factory decides what goes on the wire: this class adds no token, repeats nothing and turns no status into
 * an exception. Immutable and safe for use by several threads.
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
     * Prepares the interfaces; sends nothing.
     *
     * @param baseUrl where the service lives, such as {@code https://api.domo.com}; a path is kept as a prefix
     * @param calls makes the HTTP calls, for instance an {@code OkHttpClient}
     * @return the interfaces
     * @throws IllegalArgumentException when the URL is not an http or https URL, or has a user, query or fragment
     */
    public static DomoRest create(URI baseUrl, Call.Factory calls) {
        return new DomoRest(new Retrofit.Builder()
                .baseUrl(prefix(baseUrl))
                .callFactory(calls)
                .addConverterFactory(new JsonBodies(DomoJson.moshi()))
                .build());
    }

    /**
     * Gives the token and client operations.
     *
     * @return the generated interface
     */
    public AuthenticationApi authentication() {
        return api(AuthenticationApi.class);
    }

    /**
     * Gives the DataSet operations.
     *
     * @return the generated interface
     */
    public DataSetsApi dataSets() {
        return api(DataSetsApi.class);
    }

    /**
     * Gives the Stream and execution operations.
     *
     * @return the generated interface
     */
    public StreamsApi streams() {
        return api(StreamsApi.class);
    }

    /**
     * Gives the Account operations.
     *
     * @return the generated interface
     */
    public AccountsApi accounts() {
        return api(AccountsApi.class);
    }

    /**
     * Gives the Activity Log operations.
     *
     * @return the generated interface
     */
    public ActivityLogApi activityLog() {
        return api(ActivityLogApi.class);
    }

    /**
     * Gives the Card operations.
     *
     * @return the generated interface
     */
    public CardsApi cards() {
        return api(CardsApi.class);
    }

    /**
     * Gives the Embed Token operations.
     *
     * @return the generated interface
     */
    public EmbedApi embed() {
        return api(EmbedApi.class);
    }

    /**
     * Gives the Group operations.
     *
     * @return the generated interface
     */
    public GroupsApi groups() {
        return api(GroupsApi.class);
    }

    /**
     * Gives the Page and collection operations.
     *
     * @return the generated interface
     */
    public PagesApi pages() {
        return api(PagesApi.class);
    }

    /**
     * Gives the PDP policy operations.
     *
     * @return the generated interface
     */
    public PoliciesApi policies() {
        return api(PoliciesApi.class);
    }

    /**
     * Gives the Project operations.
     *
     * @return the generated interface
     */
    public ProjectsApi projects() {
        return api(ProjectsApi.class);
    }

    /**
     * Gives the Simple operations.
     *
     * @return the generated interface
     */
    public SimpleApi simple() {
        return api(SimpleApi.class);
    }

    /**
     * Gives the Task and attachment operations.
     *
     * @return the generated interface
     */
    public TasksApi tasks() {
        return api(TasksApi.class);
    }

    /**
     * Gives the User operations.
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
        // Without what may hold a password or a token.
        String shown = text.replaceFirst("[?#].*", "").replaceFirst(".*@", "");
        HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
        // OkHttp takes https:///v1 for the host v1.
        if (url == null || baseUrl.getRawAuthority() == null) {
            throw new IllegalArgumentException(
                    "baseUrl must be an http or https URL such as https://api.domo.com, not '" + shown + "'");
        }
        if (baseUrl.getRawUserInfo() != null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "baseUrl must hold a host and a path only, no user, query or fragment; found one beside '" + shown
                            + "'");
        }
        return url;
    }

    private <T> T api(Class<T> type) {
        return retrofit.create(type);
    }
}
