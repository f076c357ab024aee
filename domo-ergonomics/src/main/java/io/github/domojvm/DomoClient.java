package io.github.domojvm;

import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.internal.CallExecutor;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.upload.Uploader;
import java.util.Map;

/**
 * Domo for one set of credentials.
 *
 * <pre>{@code
 * try (DomoClient domo = DomoClient.fromEnvironment()) {
 *     for (DataSet dataSet : domo.dataSets().list()) {
 *         System.out.println(dataSet.name());
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable, safe for use by several threads, and meant to be shared: one for the life of a program. Making one sends
 * nothing; the access token is fetched at the first call and renewed by itself.
 */
public final class DomoClient implements AutoCloseable {
    private final RestAccess rest;
    private final DataSets dataSets;
    private final Streams streams;
    private final Uploader uploader;
    private final Runnable closing;

    DomoClient(DomoRest api, CallExecutor calls, Uploader uploader, Runnable closing) {
        this.rest = new RestAccess(api, calls);
        this.dataSets = new DataSets(api.dataSets(), calls);
        this.streams = new Streams(api.streams(), calls, uploader);
        this.uploader = uploader;
        this.closing = closing;
    }

    /**
     * Starts a client without credentials.
     *
     * @return a new builder
     */
    public static DomoClientBuilder builder() {
        return new DomoClientBuilder();
    }

    /**
     * Makes a client from the environment: {@code DOMO_CLIENT_ID} and {@code DOMO_CLIENT_SECRET}, and where they are set
     * {@code DOMO_API_URL} (otherwise {@code https://api.domo.com}) and {@code DOMO_SCOPES} (separated by blanks or commas;
     * otherwise all that the client has).
     *
     * @return the client
     * @throws IllegalStateException when the id or the secret is not set
     */
    public static DomoClient fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Makes a client from given variables, named as in {@link #fromEnvironment()}.
     *
     * @param variables the variables
     * @return the client
     * @throws IllegalStateException when the id or the secret is not among them
     */
    public static DomoClient fromEnvironment(Map<String, String> variables) {
        return builder().environment(variables).build();
    }

    /**
     * DataSets: definition, import and export.
     *
     * @return the calls
     */
    public DataSets dataSets() {
        return dataSets;
    }

    /**
     * Streams: uploads in parts.
     *
     * @return the calls
     */
    public Streams streams() {
        return streams;
    }

    /**
     * Every operation of the API as it was generated, with this client's token, attempts and exceptions.
     *
     * @return the way to the generated interfaces
     */
    public RestAccess rest() {
        return rest;
    }

    /**
     * Stops the uploads that run, waits up to half a minute until each has ended, and frees threads and connections that the client made
     * itself. A given {@code OkHttpClient} or executor stays open.
     */
    @Override
    public void close() {
        uploader.close();
        closing.run();
    }
}
