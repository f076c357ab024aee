package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many uploads of one client, while one of twenty requests fails at random. No row may be lost or duplicated, and no
 * memory, thread, file or connection may be left.
 */
class SoakTest {
    private static final int UPLOADS = Integer.getInteger("soak.uploads", 20);
    private static final int MEASURED_EVERY = Math.max(10, UPLOADS / 10);
    private static final double PROBABILITY = 0.05;
    private static final int ROWS = 25;
    private static final String HEADER =
            "setting\tuploads\theapMiB\tthreads\tdescriptors\tconnections\tfaultsFired\tcommitted\tfailed\tunknown";
    private static final List<String> LINES = new ArrayList<>(List.of(HEADER));

    private final List<List<String>> ledger = new ArrayList<>(World.OLD_ROWS);
    private final Map<UploadOutcome, Integer> outcomes = new EnumMap<>(UploadOutcome.class);

    @AfterAll
    static void writeMeasurements() throws IOException {
        Path folder = Files.createDirectories(Results.FOLDER);
        Files.write(folder.resolve("soak.tsv"), LINES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void uploadsUnderFaultsLoseAndDuplicateNothing(boolean abortsOpenExecution) {
        List<Resources> measured = new ArrayList<>();
        try (Servers servers = new Servers(builder -> builder);
                World world = new World(servers)) {
            SoakFaults faults = new SoakFaults(servers, world.wire, PROBABILITY, 42);
            for (int number = 1; number <= UPLOADS; number++) {
                upload(world, number, abortsOpenExecution);
                if (number % MEASURED_EVERY == 0) {
                    world.wire.forget();
                    Resources now = Resources.of(world.wire);
                    measured.add(now);
                    LINES.add(line(abortsOpenExecution, number, now, faults.fired()));
                }
            }

            assertThat(world.rows()).isEqualTo(ledger);
            assertThat(faults.fired()).isPositive();
            assertThat(count(UploadOutcome.COMMITTED_VERIFIED)).isGreaterThan(UPLOADS / 2);
        }
        checkGrowth(measured.get(0), measured.get(measured.size() - 1));
    }

    private void upload(World world, int number, boolean abortsOpenExecution) {
        List<List<String>> rows = Table.rows("u" + number + "-", ROWS);
        UploadRequest.Builder request = UploadRequest.builder(
                        world.stream.id(), CsvSource.fromText(Table.csv(rows)), UpdateMethod.APPEND)
                .partRows(Shape.PART_ROWS);
        if (abortsOpenExecution) {
            request.abortOpenExecution();
        }
        UploadOutcome outcome;
        try {
            outcome = world.domo.streams().upload(request.build()).await().outcome();
            outcomes.merge(outcome, 1, Integer::sum);
        } catch (UploadException e) {
            outcomes.merge(e.result().outcome(), 1, Integer::sum);
            outcome = settled(world, e.result());
        }
        if (outcome != UploadOutcome.NOT_COMMITTED) {
            ledger.addAll(rows);
        }
    }

    /** Settles an unknown outcome, and aborts the execution that an upload may have left. */
    private static UploadOutcome settled(World world, UploadResult failed) {
        UploadResult settled = world.servers.control.streams().abortAndReconcile(failed);
        if (!world.openExecutions().isEmpty()) {
            world.servers.control.executions().abortCurrent(world.stream.id());
        }
        return settled.outcome();
    }

    private String line(boolean abortsOpenExecution, int uploads, Resources now, long fired) {
        int committed = count(UploadOutcome.COMMITTED_VERIFIED) + count(UploadOutcome.COMMITTED_UNVERIFIED);
        return String.join(
                "\t",
                abortsOpenExecution ? "abortOpenExecution()" : "default",
                String.valueOf(uploads),
                String.valueOf(now.heapMiB()),
                String.valueOf(now.threads()),
                String.valueOf(now.descriptors()),
                String.valueOf(now.connections()),
                String.valueOf(fired),
                String.valueOf(committed),
                String.valueOf(count(UploadOutcome.NOT_COMMITTED)),
                String.valueOf(count(UploadOutcome.UNKNOWN)));
    }

    private int count(UploadOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** The bounds are far above the noise, and far below what 500 uploads would leave. */
    private static void checkGrowth(Resources first, Resources last) {
        assertThat(last.heapMiB() - first.heapMiB()).as("MiB of heap").isLessThan(50);
        assertThat(last.threads() - first.threads()).as("threads").isLessThan(50);
        assertThat(last.descriptors() - first.descriptors()).as("descriptors").isLessThan(100);
        assertThat(last.connections()).as("connections").isLessThan(20);
    }
}
