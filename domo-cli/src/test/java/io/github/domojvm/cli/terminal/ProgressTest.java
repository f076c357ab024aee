package io.github.domojvm.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.stream.UploadListener;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private static final Duration WAIT = Duration.ofMinutes(14).plusSeconds(59);
    private static final int COLUMNS = 80;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(longs = {1L << 20, 5L << 40})
    void barShowsAWaitForTheCommitWithin80Columns(long bytes) {
        delayed(true, false, bytes);

        assertThat(err.toString().split("\r", -1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS))
                .anySatisfy(line -> assertThat(line).contains("waiting 14 min 59 s"));
    }

    @Test
    void oneLineReportsAWaitWithoutATerminal() {
        delayed(false, false, 1L << 20);

        assertThat(err)
                .hasToString("The Stream was committed too recently. Waiting 14 min 59 s." + System.lineSeparator());
        assertThat(err.toString()).hasSizeLessThanOrEqualTo(COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void quietOutputReportsNoWait(boolean live) {
        delayed(live, true, 1L << 20);

        assertThat(err.toString()).isEmpty();
    }

    @SuppressWarnings("NullAway") // the result is not used
    private void delayed(boolean live, boolean quiet, long bytes) {
        CliContext context = new CliContext(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                InputStream.nullInputStream(),
                Map.of(),
                Style.PLAIN,
                live,
                question -> "",
                RetryPolicy.defaults(),
                new Interruption(Thread.currentThread()));
        UploadListener progress = Progress.start(context, quiet, bytes);
        progress.commitDelayed(WAIT);
        progress.ended(null);
        context.err().flush();
    }
}
