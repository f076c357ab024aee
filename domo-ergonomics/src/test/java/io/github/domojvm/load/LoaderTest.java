package io.github.domojvm.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.load.LoadResult.Road;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoaderTest {
    private static final Schema SCHEMA =
            SchemaBuilder.create().longs("n").string("text").build();
    private static final int MANY = 60_000;

    private static DomoSandbox sandbox;
    private static DomoClient domo;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        domo = DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(sandbox.url().toString())
                .build();
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void fewRowsAreImported() {
        String id = stream().dataSet().id();

        LoadResult result = domo.load(id, CsvSource.text("n,text\n1,a\n").withHeader(), UpdateMethod.REPLACE);

        assertThat(result.road()).isEqualTo(Road.IMPORT);
        assertThat(result.reason()).contains("one request");
        assertThat(result.rows()).isEqualTo(1);
        assertThat(result.upload()).isEmpty();
        domo.load(id, CsvSource.text("2,b\n"), UpdateMethod.APPEND);
        assertThat(sandbox.rowCount(id)).isEqualTo(2);
    }

    @Test
    void manyRowsGoThroughTheStreamEvenWhenTheirSizeIsNotKnown() {
        DomoStream stream = stream();
        RowFormat<Integer> format = RowFormat.of(SCHEMA, n -> List.of(n, "x".repeat(150)));

        LoadResult result = domo.load(
                stream.dataSet().id(), format.source(IntStream.range(0, MANY).boxed()), UpdateMethod.REPLACE);

        assertThat(result.road()).isEqualTo(Road.STREAM);
        assertThat(result.rows()).isEqualTo(MANY);
        assertThat(result.upload()).isPresent();
        assertThat(sandbox.rowCount(stream.dataSet().id())).isEqualTo(MANY);
    }

    @Test
    void aFewRowsOfAStreamWithAHeaderAreImported() {
        String id = domo.dataSets().create("Plain", SCHEMA).id();
        byte[] csv = "n,text\n1,a\n".getBytes(StandardCharsets.UTF_8);

        LoadResult result =
                domo.load(id, CsvSource.stream(new ByteArrayInputStream(csv)).withHeader(), UpdateMethod.APPEND);

        assertThat(result.road()).isEqualTo(Road.IMPORT);
        assertThat(sandbox.rows(id)).containsExactly(List.of("1", "a"));
    }

    @Test
    void manyRowsWithoutAStreamAreImportedWhileTheyFit() {
        String id = domo.dataSets().create("Plain", SCHEMA).id();
        String csv = ("1," + "x".repeat(1000) + "\n").repeat(9_000);

        LoadResult result = domo.load(id, CsvSource.text(csv), UpdateMethod.REPLACE);

        assertThat(result.road()).isEqualTo(Road.IMPORT);
        assertThat(result.reason()).contains("no Stream");
        RowFormat<Integer> format = RowFormat.of(SCHEMA, n -> List.of(n, "x".repeat(150)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        domo.load(id, format.source(IntStream.range(0, MANY).boxed()), UpdateMethod.REPLACE))
                .withMessageContaining("only be loaded through a Stream");
    }

    @Test
    void upsertNeedsAStreamAndTakesIt() {
        String plain = domo.dataSets().create("Plain", SCHEMA).id();
        DomoStream stream = domo.streams()
                .create(CreateStreamRequest.builder()
                        .dataSet(CreateDataSetRequest.builder()
                                .name("Keyed")
                                .schema(SCHEMA)
                                .build())
                        .updateMethod(UpdateMethod.UPSERT)
                        .keyColumnNames(List.of("n"))
                        .build());
        String keyed = stream.dataSet().id();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> domo.load(plain, CsvSource.text("1,a\n"), UpdateMethod.UPSERT))
                .withMessageContaining("UPSERT");
        domo.load(keyed, CsvSource.text("1,a\n2,b\n"), UpdateMethod.UPSERT);
        assertThat(domo.load(keyed, CsvSource.text("1,c\n"), UpdateMethod.UPSERT)
                        .road())
                .isEqualTo(Road.STREAM);
        assertThat(sandbox.rows(keyed)).containsExactlyInAnyOrder(List.of("1", "c"), List.of("2", "b"));
    }

    private static DomoStream stream() {
        return domo.streams().create("Load", SCHEMA, UpdateMethod.REPLACE);
    }
}
