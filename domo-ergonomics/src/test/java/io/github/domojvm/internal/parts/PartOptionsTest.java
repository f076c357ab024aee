package io.github.domojvm.internal.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PartOptionsTest {
    @Test
    void hasTheDocumentedDefaults() {
        PartOptions options = PartOptions.builder().build();

        assertThat(options.maxRecords()).isEqualTo(100_000);
        assertThat(options.maxBytes()).isEqualTo(33_554_432);
        assertThat(options.maxRecordBytes()).isEqualTo(16_777_216);
        assertThat(options.columns()).isZero();
        assertThat(options.header()).isFalse();
        assertThat(options.gzipLevel().getAsInt()).isEqualTo(1);
        assertThat(options.parallelism()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(options.avoidAtStart()).isEmpty();
    }

    @Test
    void theLastLevelApplies() {
        PartOptions options = PartOptions.builder().gzipLevel(0).gzipLevel(6).build();

        assertThat(options.gzipLevel().getAsInt()).isEqualTo(6);
    }

    @Test
    void rejectsValuesOutOfRange() {
        assertRejected(builder -> builder.maxRecords(0), "maxRecords must be at least 1, not 0");
        assertRejected(builder -> builder.maxBytes(-5), "maxBytes must be at least 1, not -5");
        assertRejected(builder -> builder.maxRecordBytes(0), "maxRecordBytes must be at least 1, not 0");
        assertRejected(builder -> builder.columns(-1), "columns must be at least 0, not -1");
        assertRejected(builder -> builder.parallelism(0), "parallelism must be at least 1, not 0");
        assertRejected(builder -> builder.gzipLevel(-1), "gzipLevel must be 0 to 9, not -1");
        assertRejected(builder -> builder.gzipLevel(10), "gzipLevel must be 0 to 9, not 10");
    }

    private static void assertRejected(UnaryOperator<PartOptions.Builder> setting, String message) {
        assertThatThrownBy(() -> setting.apply(PartOptions.builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
