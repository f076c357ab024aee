package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Quirk;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Tests the effect of the options on a sandbox in another process. */
class SandboxSettingsTest {
    private static final Schema ONE =
            SchemaBuilder.builder().stringColumn("city").build();

    private static ChildJvm process;
    private static DomoClient domo;

    @BeforeAll
    static void start() throws IOException {
        process = ChildJvm.start(
                Map.of(),
                "sandbox",
                "--quirk",
                "part-gaps-allowed",
                "--quirk=Deleted_Objects_Leave-TOMBSTONES",
                "--commit-delay",
                "1h",
                "--import-delay",
                "PT1H");
        domo = DomoClient.fromEnvironment(Map.of(
                "DOMO_API_URL", process.after("  export DOMO_API_URL="),
                "DOMO_CLIENT_ID", process.after("  export DOMO_CLIENT_ID="),
                "DOMO_CLIENT_SECRET", process.after("  export DOMO_CLIENT_SECRET=")));
    }

    @AfterAll
    static void stop() {
        domo.close();
        process.close();
    }

    @Test
    void enablesEverySpecifiedQuirk() {
        long stream = newStream();
        long execution = Objects.requireNonNull(domo.executions().create(stream).id());
        domo.executions().uploadPart(stream, execution, 1, CsvSource.fromText("Leith\n"));
        domo.executions().uploadPart(stream, execution, 7, CsvSource.fromText("Ayr\n"));
        String gone = domo.dataSets().create("Gone", ONE).id();
        domo.dataSets().delete(gone);

        // Without the quirk, the commit fails because of the missing parts.
        domo.executions().commit(stream, execution);
        assertThat(domo.dataSets().get(gone).deleted()).isTrue();
    }

    @Test
    void aCommittedExecutionStaysActiveForTheCommitDelay() {
        long stream = newStream();
        long execution = Objects.requireNonNull(domo.executions().create(stream).id());
        domo.executions().uploadPart(stream, execution, 1, CsvSource.fromText("Leith\n"));

        domo.executions().commit(stream, execution);

        assertThat(domo.executions().get(stream, execution).currentState()).isEqualTo(ExecutionState.ACTIVE);
    }

    @Test
    void importedRowsStayInvisibleForTheImportDelay() {
        String dataSet = domo.dataSets().create("Harbours", ONE).id();

        domo.dataSets().importCsv(dataSet, CsvSource.fromText("Leith\n"), UpdateMethod.REPLACE);

        assertThat(domo.dataSets().get(dataSet).rows()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theHelpListsEveryQuirk(Quirk one) {
        String name = one.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(new Cli().run("sandbox", "--help").out()).contains("--quirk=NAME", name);
        assertThat(new QuirkName().convert(name)).isEqualTo(one);
    }

    @Test
    void rejectsAnUnknownQuirkAndListsTheAvailableNames() {
        Cli.Ending sandbox = new Cli().run("sandbox", "--quirk", "gaps");

        assertThat(sandbox.exitCode()).isEqualTo(2);
        assertThat(sandbox.err())
                .contains(
                        "--quirk",
                        "'gaps' is not a quirk. Available quirks: missing-token-returns-401, ",
                        "policies-need-data")
                .contains("See 'domo sandbox --help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "5", "-5s", "5 s", "-PT5S", "PT", "1.5ms"})
    void rejectsAnInvalidDelayAndListsTheAcceptedFormats(String delay) {
        for (String option : new String[] {"--commit-delay", "--import-delay"}) {
            Cli.Ending sandbox = new Cli().run("sandbox", option + "=" + delay);

            assertThat(sandbox.exitCode()).isEqualTo(2);
            assertThat(sandbox.err())
                    .contains(option, "'" + delay + "' is not a valid duration. Use a value such as 200ms, 5s");
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "200ms, PT0.2S",
        "5s, PT5S",
        "1.5s, PT1.5S",
        "15M, PT15M",
        "1h, PT1H",
        "PT1M30S, PT1M30S",
        "0s, PT0S"
    })
    void acceptsDelaysWithUnitsOrInIso8601(String text, Duration delay) {
        assertThat(new Delay().convert(text)).isEqualTo(delay);
    }

    @Test
    void rejectsANegativeIsoDelay() {
        assertThatThrownBy(() -> new Delay().convert("PT-1S")).isInstanceOf(TypeConversionException.class);
    }

    private static long newStream() {
        return Objects.requireNonNull(
                domo.streams().create("Harbours", ONE, UpdateMethod.APPEND).id());
    }
}
