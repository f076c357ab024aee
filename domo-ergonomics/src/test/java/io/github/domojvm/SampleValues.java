package io.github.domojvm;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.csv.CsvDialect;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.project.AttachmentFile;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.QueryColumnMetadata;
import io.github.domojvm.rest.model.QueryResult;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Row;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.schema.SchemaDiff;
import io.github.domojvm.stream.CommitInterval;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadListener;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadSteps;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.internal.platform.Platform;
import retrofit2.Call;

/** Valid arguments, and instances to call methods on, for a client of a sandbox. */
final class SampleValues implements AutoCloseable {
    private static final String COLUMN = "Fruit";
    private static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn(COLUMN).build();

    private static final Map<String, String> TEXTS = Map.of(
            "apiUrl", "https://api.example.com",
            "column", COLUMN,
            "time", "2018-01-01");

    private final DomoClient domo;
    private final Connection database;
    private final Upload upload;
    private final UploadResult uploadResult;
    private final Map<Class<?>, Callable<?>> values = new HashMap<>();

    SampleValues(DomoSandbox sandbox) throws SQLException {
        this.domo = DomoClient.builder()
                .apiUrl(sandbox.url().toString())
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .timing(new FakeTiming())
                .build();
        this.database = DriverManager.getConnection("jdbc:h2:mem:");
        this.upload = domo.streams().upload(404, csv(), UpdateMethod.APPEND);
        this.uploadResult = resultOf(upload);
        addJdk();
        addOthers();
        addOurs();
    }

    /** Returns a new value each time, unless the type is immutable. */
    Object of(Class<?> type, String name) throws Exception {
        if (type == String.class) {
            return TEXTS.getOrDefault(name, "d1");
        }
        Callable<?> value = values.get(type);
        if (value != null) {
            return value.call();
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, of(type.getComponentType(), name));
            return array;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return type.getConstructors()[0].newInstance(
                    of(type.getConstructors()[0].getParameterTypes(), List.of("record")));
        }
        Optional<Method> facade = factory(DomoClient.class, type);
        if (facade.isPresent()) {
            return facade.get().invoke(domo);
        }
        Class<?> outer = type.getDeclaringClass();
        if (outer != null && factory(outer, type).isPresent()) {
            return factory(outer, type).get().invoke(null);
        }
        if (hasBuilder(type)) {
            Object builder = type.getMethod("builder").invoke(null);
            if (type.getPackage() == Schema.class.getPackage()) {
                setAll(builder);
            }
            return builder.getClass().getMethod("build").invoke(builder);
        }
        throw new AssertionError("SampleValues has no value for the type " + type.getName() + "; add one");
    }

    Object[] of(Class<?>[] types, List<String> names) throws Exception {
        Object[] all = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            all[i] = of(types[i], names.get(Math.min(i, names.size() - 1)));
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        domo.close();
        database.close();
    }

    private void addJdk() {
        values.put(boolean.class, () -> false);
        values.put(char.class, () -> ';');
        values.put(int.class, () -> 1);
        values.put(long.class, () -> 1L);
        values.put(Boolean.class, () -> false);
        values.put(byte.class, () -> (byte) 1);
        values.put(Float.class, () -> 1F);
        values.put(Integer.class, () -> 1);
        values.put(Long.class, () -> 1L);
        values.put(Double.class, () -> 1.0);
        values.put(Object.class, () -> "any");
        values.put(Class.class, () -> Sale.class);
        values.put(Charset.class, () -> StandardCharsets.UTF_8);
        values.put(Duration.class, () -> Duration.ofSeconds(1));
        values.put(Instant.class, () -> Instant.EPOCH);
        values.put(ZoneId.class, () -> ZoneOffset.UTC);
        values.put(Path.class, () -> Path.of("target", "no-such-file"));
        values.put(InputStream.class, SampleValues::bytes);
        values.put(OutputStream.class, OutputStream::nullOutputStream);
        values.put(Collection.class, List::of);
        values.put(List.class, List::of);
        values.put(Map.class, Map::of);
        values.put(Iterable.class, List::of);
        values.put(Iterator.class, () -> List.of().iterator());
        values.put(Stream.class, Stream::of);
        values.put(Optional.class, Optional::empty);
        values.put(OptionalLong.class, OptionalLong::empty);
        values.put(Executor.class, () -> (Executor) Runnable::run);
        values.put(UnaryOperator.class, UnaryOperator::identity);
        values.put(Function.class, Function::identity);
        values.put(BiFunction.class, () -> (BiFunction<Object, Object, Object>) (limit, offset) -> call());
        values.put(Supplier.class, () -> (Supplier<?>) () -> ClientCredentials.of("id", "marker-secret"));
        values.put(SSLContext.class, SSLContext::getDefault);
        values.put(X509TrustManager.class, () -> Platform.get().platformTrustManager());
        values.put(ResultSet.class, this::result);
        values.put(ResultSetMetaData.class, () -> result().getMetaData());
    }

    private void addOthers() {
        values.put(Call.class, this::call);
        values.put(OkHttpClient.class, OkHttpClient::new);
        values.put(Schema.class, () -> SCHEMA);
        values.put(
                QueryResult.class,
                () -> QueryResult.builder()
                        .columns(List.of(COLUMN))
                        .rows(List.of())
                        .metadata(List.of(QueryColumnMetadata.builder()
                                .type(ColumnType.STRING)
                                .build()))
                        .build());
    }

    private void addOurs() {
        values.put(CallListener.class, () -> new CallListener() {});
        values.put(CommitInterval.class, () -> CommitInterval.waitAfterRefusal(Duration.ofMinutes(15)));
        values.put(CsvDialect.class, CsvDialect::defaults);
        values.put(CsvSource.class, SampleValues::csv);
        values.put(CsvSource.Opener.class, () -> (CsvSource.Opener) SampleValues::bytes);
        values.put(DomoClient.class, () -> domo);
        values.put(DomoClientBuilder.class, DomoClient::builder);
        values.put(DomoException.class, () -> new DomoIoException("failed", true, null));
        values.put(AttachmentFile.class, () -> AttachmentFile.of("a.txt", "text/plain", new byte[1]));
        values.put(NewDataSet.class, () -> NewDataSet.builder("d1").read(csv().withSchema(SCHEMA)));
        values.put(NewDataSet.Builder.class, () -> NewDataSet.builder("d1"));
        values.put(PolicyFilters.class, () -> PolicyFilters.column(COLUMN));
        values.put(Row.class, () -> rows().iterator().next());
        values.put(RowFormat.class, () -> RowFormat.ofLists(SCHEMA));
        values.put(Rows.class, SampleValues::rows);
        values.put(SchemaBuilder.class, SchemaBuilder::builder);
        values.put(SchemaDiff.class, () -> SchemaDiff.between(SCHEMA, SCHEMA));
        values.put(Upload.class, () -> upload);
        values.put(UploadListener.class, () -> new UploadListener() {});
        values.put(UploadRequest.class, () -> uploadRequest().build());
        values.put(UploadRequest.Builder.class, SampleValues::uploadRequest);
        values.put(UploadResult.class, () -> uploadResult);
        values.put(Throwable.class, IllegalStateException::new);
        values.put(
                UploadSteps.class,
                () -> domo.streams()
                        .steps(UploadRequest.forParts(404, UpdateMethod.APPEND).build()));
    }

    /** Returns a prepared call that was not sent. */
    private Call<?> call() {
        return domo.rest().api().users().getUser(1L);
    }

    private ResultSet result() throws SQLException {
        ResultSet result = database.createStatement().executeQuery("SELECT 'Apple' AS Fruit");
        result.getStatement().closeOnCompletion();
        return result;
    }

    /** Sets every member, since models have required ones. */
    private void setAll(Object builder) throws Exception {
        for (Method setter : builder.getClass().getMethods()) {
            if (setter.getReturnType() == builder.getClass() && setter.getParameterCount() == 1) {
                setter.invoke(builder, of(setter.getParameterTypes()[0], setter.getName()));
            }
        }
    }

    private static UploadResult resultOf(Upload upload) {
        try {
            return upload.await();
        } catch (UploadException e) {
            return e.result();
        }
    }

    private static CsvSource csv() {
        return CsvSource.fromText("Apple\n");
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream("Apple\n".getBytes(StandardCharsets.UTF_8));
    }

    private static Rows rows() {
        return Rows.fromCsv(bytes(), SCHEMA, false);
    }

    private static UploadRequest.Builder uploadRequest() {
        return UploadRequest.builder(1, csv(), UpdateMethod.APPEND);
    }

    private static Optional<Method> factory(Class<?> owner, Class<?> type) {
        return Stream.of(owner.getMethods())
                .filter(method -> method.getReturnType() == type && method.getParameterCount() == 0)
                .findFirst();
    }

    private static boolean hasBuilder(Class<?> type) {
        return Stream.of(type.getMethods())
                .anyMatch(method -> method.getName().equals("builder") && method.getParameterCount() == 0);
    }

    record Sale(String fruit) {}
}
