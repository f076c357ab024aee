package io.github.domojvm.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.kill.KillPoint.Command;
import io.github.domojvm.cli.kill.RequestEvent.Phase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The most important points at which an upload can be killed. {@link EveryKillPointTest} has the others. */
class KillTest {
    private static final String COMMIT = "/commit";
    private static final String PART = "/part/";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("points")
    void everyRowIsUploadedExactlyOnceByTheSameCommand(KillPoint point, Recovery recovery) throws Exception {
        try (KilledUpload upload = new KilledUpload(point, folder)) {
            assertThat(upload.recover()).as(upload.toString()).isEqualTo(recovery);
        }
    }

    static Stream<Arguments> points() {
        return Stream.of(
                at(Command.APPEND_TWO_ROWS, "PUT", COMMIT, 1, Phase.PERFORMED, Recovery.SETTLED),
                at(Command.APPEND_TWO_ROWS, "PUT", COMMIT, 1, Phase.ARRIVED, Recovery.UNKNOWN),
                at(Command.REPLACE, "PUT", COMMIT, 1, Phase.PERFORMED, Recovery.SETTLED),
                at(Command.REPLACE, "PUT", COMMIT, 1, Phase.ARRIVED, Recovery.SETTLED),
                at(Command.APPEND, "GET", "/executions", 1, Phase.PERFORMED, Recovery.STARTED_AGAIN),
                at(Command.APPEND, "POST", "/executions", 1, Phase.ARRIVED, Recovery.STARTED_AGAIN),
                at(Command.APPEND, "POST", "/executions", 1, Phase.PERFORMED, Recovery.ORPHAN),
                at(Command.APPEND, "PUT", PART, 1, Phase.ARRIVED, Recovery.RESUMED),
                at(Command.CREATE, "PUT", PART, 25, Phase.PERFORMED, Recovery.RESUMED),
                at(Command.APPEND, "PUT", PART, 50, Phase.PERFORMED, Recovery.RESUMED));
    }

    private static Arguments at(Command command, String method, String path, int nth, Phase phase, Recovery recovery) {
        return Arguments.of(KillPoint.request(command, method, path, nth, phase), recovery);
    }
}
