package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static DomoSandbox sandbox;
    private static TestDomo domo;
    private static Streams streams;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        FakeTiming timing = new FakeTiming();
        domo = new TestDomo(sandbox, timing);
        streams = domo.facade(Streams.class);
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void createsFindsUpdatesAndDeletesButPreservesTheDataSet() {
        DomoStream stream = create();

        assertThat(streams.get(stream.id()).updateMethod()).isEqualTo(UpdateMethod.REPLACE);
        assertThat(streams.findByDataSet(stream.dataSet().id()).orElseThrow().id())
                .isEqualTo(stream.id());
        assertThat(streams.list().stream().map(DomoStream::id)).contains(stream.id());
        assertThat(streams.update(stream.id(), UpdateMethod.APPEND).updateMethod())
                .isEqualTo(UpdateMethod.APPEND);
        assertThat(streams.delete(stream.id())).isTrue();
        assertThat(streams.delete(stream.id())).isFalse();
        assertThat(streams.find(stream.id())).isEmpty();
        assertThat(sandbox.rowCount(stream.dataSet().id())).isZero();
    }

    @Test
    void findByDataSetIsEmptyForADataSetWithoutAStream() {
        assertThat(streams.findByDataSet(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void searchReturnsTheStreamsOfAnOwner() {
        DomoStream stream = create();

        assertThat(streams.search("dataSource.owner.id:730114"))
                .extracting(DomoStream::id)
                .contains(stream.id());
        assertThat(streams.search("dataSource.owner.id:99")).isEmpty();
    }

    @Test
    void rejectsAnUnknownOrBlankQualifier() {
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> streams.search("dataSource.color:red"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.search(" "))
                .withMessage("qualifier must not be blank");
    }

    private static DomoStream create() {
        return streams.create(
                "Stream", SchemaBuilder.builder().stringColumn("a").build(), UpdateMethod.REPLACE);
    }
}
