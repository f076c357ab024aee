package io.github.domojvm.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.kill.KillPoint.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills an upload before and after every request, and at many lengths of its journal. {@code make kills} runs it; a
 * build runs {@link KillTest} only.
 */
@EnabledIfSystemProperty(named = "kills", matches = "true", disabledReason = "make kills runs it")
class EveryKillPointTest {
    private static final Map<Recovery, Integer> RECOVERIES = new EnumMap<>(Recovery.class);
    private static final long START = System.nanoTime();

    @TempDir
    Path folder;

    /** The number of points at requests and of points at lengths of the journal. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(Command.APPEND, Integer.MAX_VALUE, 30),
                Arguments.of(Command.REPLACE, 24, 6),
                Arguments.of(Command.APPEND_TWO_ROWS, 0, 9),
                Arguments.of(Command.CREATE, 0, 11));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyRowIsUploadedExactlyOnce(Command command, int requests, int records) throws Exception {
        int events;
        try (KilledUpload whole = new KilledUpload(KillPoint.event(command, 0), folder())) {
            events = whole.countEvents();
        }
        List<KillPoint> points = new ArrayList<>();
        spread(Math.min(requests, events), events).forEach(event -> points.add(KillPoint.event(command, event)));
        // An upload has about as many records as events: two for each part, and a few for the steps.
        spread(records, events - 17).forEach(count -> points.add(KillPoint.records(command, count)));

        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<Recovery>> tasks = new ArrayList<>();
            points.forEach(point -> tasks.add(() -> recover(point)));
            for (Future<Recovery> recovery : threads.invokeAll(tasks)) {
                RECOVERIES.merge(get(recovery), 1, Integer::sum);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(points).isNotEmpty();
    }

    private Recovery recover(KillPoint point) throws Exception {
        try (KilledUpload upload = new KilledUpload(point, folder())) {
            return upload.recover();
        }
    }

    private static Recovery get(Future<Recovery> recovery) throws Exception {
        try {
            return recovery.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private Path folder() throws IOException {
        return Files.createTempDirectory(folder, "point");
    }

    /** Returns numbers from 1 to a maximum at equal distances. */
    private static IntStream spread(int count, int max) {
        return IntStream.rangeClosed(1, count).map(n -> Math.max(1, (int) ((long) n * max / count)));
    }

    @AfterAll
    static void report() throws IOException {
        int points = RECOVERIES.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder text = new StringBuilder("kills: " + points + " points, every row exactly once, "
                + Duration.ofNanos(System.nanoTime() - START).toSeconds() + " s\n");
        RECOVERIES.forEach((recovery, count) -> text.append(String.format("%6d %s%n", count, recovery.description)));
        Files.writeString(Path.of("target", "kills.txt"), text);
    }
}
