package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts with rows that do not fit the schema: stored until the commit, or rejected if the quirk is on. */
class InvalidRowsTest {
    private static final byte[] GZIP = Caller.gzip("a,1\n".repeat(1000));

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final DomoSandbox strict =
            DomoSandbox.builder().quirk(Quirk.INVALID_ROWS_REJECTED_AT_PART).start();

    private final Caller caller = new Caller(sandbox);
    private final Caller strictCaller = new Caller(strict);
    private String stream;
    private String execution;
    private String strictExecution;

    @BeforeEach
    void openExecutions() {
        stream = caller.newStream("APPEND");
        execution = caller.newExecution(stream);
        strictExecution = strictCaller.newExecution(strictCaller.newStream("APPEND"));
    }

    @Test
    void areStoredAndTheCommitEndsAsInvalid() {
        assertThat(caller.put(execution + "/part/1", "a,1\n").status()).isEqualTo(200);
        assertThat(caller.put(execution + "/part/2", "b,1,2\n").status()).isEqualTo(200);
        assertThat(caller.state(execution)).isEqualTo("ACTIVE");
        assertThat(caller.put(execution + "/commit", "").status()).isEqualTo(200);

        assertThat(caller.state(execution)).isEqualTo("INVALID");
        assertThat(caller.get(execution).json().has("endedAt")).isTrue();
        assertThat(sandbox.rowCount(caller.dataSetOf(stream))).isZero();
    }

    @Test
    void areReplacedByALaterUploadOfThePart() {
        caller.put(execution + "/part/1", "broken\n");
        caller.put(execution + "/part/1", "a,1\n");
        caller.put(execution + "/commit", "");

        assertThat(caller.state(execution)).isEqualTo("SUCCESS");
    }

    @Test
    void areRejectedWithRowAndColumnIfTheQuirkIsOn() {
        Reply reply = strictCaller.put(strictExecution + "/part/7", "a,1\nb,2,3\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message())
                .isEqualTo("Part 7 is invalid: wrong number of columns, row 2, column 3: expected 2, found 3");
        assertThat(strictCaller.state(strictExecution)).isEqualTo("ACTIVE");
        assertThat(strictCaller.put(strictExecution + "/commit", "").message()).contains("no parts");
    }

    @ParameterizedTest
    @MethodSource
    void truncatedOrCorruptGzipIsTreatedAsInvalidRows(byte[] corrupt) {
        assertThat(caller.sendBytes("PUT", execution + "/part/1", corrupt).status())
                .isEqualTo(200);
        caller.put(execution + "/commit", "");
        Reply rejected = strictCaller.sendBytes("PUT", strictExecution + "/part/1", corrupt);

        assertThat(caller.state(execution)).isEqualTo("INVALID");
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.message()).startsWith("Part 1 is invalid: corrupt gzip data");
    }

    static List<byte[]> truncatedOrCorruptGzipIsTreatedAsInvalidRows() {
        byte[] changed = GZIP.clone();
        changed[GZIP.length - 12] ^= 0x55;
        return List.of(Arrays.copyOf(GZIP, GZIP.length - 9), Arrays.copyOf(GZIP, 5), changed);
    }
}
