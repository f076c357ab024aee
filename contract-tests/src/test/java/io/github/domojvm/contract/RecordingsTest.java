package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.Quirk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the recorded requests of other Domo clients against the sandbox. */
class RecordingsTest {
    private static final List<Recording> RECORDINGS = Recording.all();
    private static final List<RecordingResult> RESULTS = new ArrayList<>();

    @AfterAll
    static void writeTable() throws IOException {
        String table = RecordingTable.text(RESULTS);
        Files.createDirectories(Folders.TARGET);
        Files.writeString(Folders.TARGET.resolve("recordings.txt"), table);
        System.out.print(table);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void respondsToEachRecordedRequestAsExpected(Recording recording) {
        RecordingResult result = RecordingResult.of(recording);
        RESULTS.add(result);

        assertThat(result.unexpected()).isEmpty();
        assertThat(result.numbersDiffer()).isTrue();
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("quirks")
    void eachQuirkIsNeeded(Recording recording, Quirk quirk) {
        Set<Quirk> others = EnumSet.copyOf(recording.quirks());
        others.remove(quirk);

        RecordingResult result = RecordingResult.of(new Recording(recording.client(), others, recording.calls()));

        assertThat(result.unexpected())
                .hasSizeGreaterThan(RecordingResult.of(recording).unexpected().size());
    }

    @Test
    void eachQuirkBelongsToARecording() {
        assertThat(RECORDINGS)
                .extracting(Recording::client)
                .containsAll(
                        Tsv.rows("quirks.tsv").stream().map(row -> row.get(0)).toList());
    }

    @Test
    void eachExceptionIsNeeded() {
        assertThat(new RecordedStatus(Spec.read()).unneeded(RECORDINGS)).isEmpty();
    }

    /** Verifies that the other tests can fail. */
    @Test
    void reportsAResponseThatIsNotExpected() {
        RecordedCall token = RecordedCall.read("""
                {"n":1,"method":"POST","url":"/oauth/token","headers":{"Authorization":"Basic",\
                "Content-Type":"application/x-www-form-urlencoded"},"body":"grant_type=client_credentials","status":200}""");
        RecordedCall unknown = RecordedCall.read("""
                {"n":2,"method":"GET","url":"/v1/groups/99999","headers":{"Authorization":"bearer"},"body":"",\
                "tokenFrom":1,"status":200}""");
        RecordedCall notDescribed = RecordedCall.read("""
                {"n":3,"method":"GET","url":"/v2/groups","headers":{"Authorization":"bearer"},"body":"",\
                "tokenFrom":1,"status":200}""");

        RecordingResult result =
                RecordingResult.of(new Recording("unlisted", Set.of(), List.of(token, unknown, notDescribed)));

        assertThat(result.unexpected())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("2 GET /v1/groups/99999: expected [200] but was 404 "),
                        line -> assertThat(line).startsWith("3 GET /v2/groups: expected [] but was 404 "));
    }

    static List<Recording> recordings() {
        return RECORDINGS;
    }

    static Stream<Arguments> quirks() {
        return RECORDINGS.stream()
                .flatMap(recording -> recording.quirks().stream().map(quirk -> Arguments.of(recording, quirk)));
    }
}
