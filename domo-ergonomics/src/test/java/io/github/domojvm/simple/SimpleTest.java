package io.github.domojvm.simple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SimpleTest {
    private static final List<Map<String, Object>> ROWS = List.of(Map.of("buoy", "Inchkeith"));

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Simple simple = domo.facade(Simple.class);
    private final String id = simple.create(
                    CreateSimpleDataSetRequest.builder().name("Buoys").build())
            .id();

    @Test
    void firstImportCreatesTheColumns() {
        simple.importJson(id, List.of(Map.of("buoy", "Inchkeith", "depth", 12.5)), UpdateMethod.REPLACE);

        assertThat(domo.facade(DataSets.class).get(id).schema().columns())
                .extracting(Column::name)
                .containsExactlyInAnyOrder("buoy", "depth");
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void replaceRemovesTheExistingRowsAndAppendPreservesThem() {
        simple.importJson(id, ROWS, UpdateMethod.REPLACE);
        simple.importJson(id, ROWS, UpdateMethod.APPEND);

        assertThat(sandbox.rowCount(id)).isEqualTo(2);

        simple.importJson(id, ROWS, UpdateMethod.REPLACE);

        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void onlyReplaceIsRetried() {
        Fault.On imports = Fault.on("PUT", "/v1/json/*/data");
        sandbox.faults().add(imports.respond(503, ""));
        simple.importJson(id, ROWS, UpdateMethod.REPLACE);
        sandbox.faults().add(imports.respond(503, ""));

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> simple.importJson(id, ROWS, UpdateMethod.APPEND));
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void unknownDataSetIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> simple.importJson("00000000-0000-4000-8000-000000000000", ROWS, UpdateMethod.REPLACE));
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simple.importJson(id, ROWS, UpdateMethod.UNKNOWN))
                .withMessage("method must be a known constant: UNKNOWN cannot be sent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simple.importJson(" ", ROWS, UpdateMethod.REPLACE))
                .withMessage("id must not be blank");
    }
}
