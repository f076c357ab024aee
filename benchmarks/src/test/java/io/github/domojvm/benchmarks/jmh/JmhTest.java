package io.github.domojvm.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs once, in this process and without a warm-up, so that it cannot break unnoticed. */
class JmhTest {
    @Test
    void everyBenchmarkRuns() throws Exception {
        System.setProperty("jmh.ignoreLock", "true");

        assertThat(new Runner(new OptionsBuilder()
                                .include(JmhTest.class.getPackageName() + ".*")
                                .mode(Mode.SingleShotTime)
                                .warmupIterations(0)
                                .measurementIterations(1)
                                .forks(0)
                                .param("rows", "500")
                                .verbosity(VerboseMode.SILENT)
                                .shouldFailOnError(true)
                                .build())
                        .run())
                .hasSize(14);
    }
}
