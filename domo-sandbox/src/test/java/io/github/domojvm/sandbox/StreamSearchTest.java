package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSearchTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void searchesByDataSetOwnerAndName() {
        String stream = newStream("Cities");
        String dataSet = caller.dataSetOf(stream);
        newStream("Rivers (long)");

        assertThat(found("dataSource.id:" + dataSet)).hasSize(1);
        assertThat(found("dataSource.id:none")).isEmpty();
        assertThat(found("dataSource.owner.id:730114")).hasSize(2);
        assertThat(found("dataSource.owner.id:1")).isEmpty();
        assertThat(found("dataSource.name:cities")).hasSize(1);
        assertThat(found("dataSource.name:*IVERS%20(*")).hasSize(1);
        assertThat(found("dataSource.name:iver")).isEmpty();
        assertThat(found("dataSource.id:" + dataSet + "&fields=all")
                        .path(0)
                        .path("dataSet")
                        .path("name")
                        .asText())
                .isEqualTo("Cities");
    }

    @Test
    void returnsAllMatchesUnlessALimitIsSet() {
        for (int i = 0; i < 51; i++) {
            newStream("s" + i);
        }

        assertThat(found("dataSource.owner.id:730114")).hasSize(51);
        assertThat(found("dataSource.owner.id:730114&limit=20&offset=40")).hasSize(11);
    }

    /** domo-node-sdk joins a list of qualifiers with commas. */
    @Test
    void allQualifiersMustMatch() {
        String dataSet = caller.dataSetOf(newStream("Cities"));
        newStream("Rivers");

        assertThat(found("dataSource.id:" + dataSet + ",dataSource.name:cities,dataSource.owner.id:730114"))
                .hasSize(1);
        assertThat(found("dataSource.id:" + dataSet + ",dataSource.name:rivers"))
                .isEmpty();
        assertThat(found("dataSource.owner.id:730114,%20dataSource.name:*i*")).hasSize(2);
        assertThat(caller.get("/v1/streams/search?q=dataSource.name:cities,transport.type:API")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCommaInsideANameDoesNotSeparateQualifiers() {
        newStream("Leith, old");
        newStream("Leith");

        assertThat(found("dataSource.name:leith,%20old")).hasSize(1);
        assertThat(found("dataSource.name:leith,%20old,dataSource.owner.id:1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=name", "?q=transport.type:API"})
    void rejectsUnknownQualifiers(String query) {
        assertThat(caller.get("/v1/streams/search" + query).status()).isEqualTo(400);
    }

    private String newStream(String name) {
        return caller.newStreamOf("{\"dataSet\":" + Caller.CITIES.replace("Cities", name) + "}");
    }

    private JsonNode found(String query) {
        return caller.get("/v1/streams/search?q=" + query).json();
    }
}
