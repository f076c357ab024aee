package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.internal.parts.Part;
import io.github.domojvm.internal.parts.PartCutter;
import io.github.domojvm.internal.parts.PartOptions;
import io.github.domojvm.internal.parts.PendingPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgmentsTest {
    private final Acknowledgments acknowledgments = new Acknowledgments(new Listeners(new UploadListener() {}));
    private final List<UploadPart> parts = new ArrayList<>();

    @BeforeEach
    void cutThreeParts() throws IOException {
        PartOptions options = PartOptions.builder().maxRecords(2).build();
        byte[] csv = UploadFixture.rows(0, 5).getBytes(StandardCharsets.UTF_8);
        try (PartCutter cutter = new PartCutter(new ByteArrayInputStream(csv), options, Runnable::run)) {
            for (PendingPart part = cutter.next(); part != null; part = cutter.next()) {
                acknowledgments.cut();
                Part ready = part.ready().join();
                parts.add(UploadPart.of(ready));
            }
        }
    }

    @Test
    void isCompleteWithAllPartsInAnyOrder() {
        acknowledgments.acknowledge(parts.get(2));
        acknowledgments.acknowledge(parts.get(0));
        acknowledgments.acknowledge(parts.get(1));

        assertThatCode(acknowledgments::checkComplete).doesNotThrowAnyException();
        assertThat(acknowledgments.progress().rowsAcknowledged()).isEqualTo(5);
    }

    @Test
    void missingPartPreventsTheCommit() {
        acknowledgments.acknowledge(parts.get(0));
        acknowledgments.acknowledge(parts.get(2));

        assertThatThrownBy(acknowledgments::checkComplete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Part 2 of 3");
    }

    @Test
    void unexpectedPartPreventsTheCommit() {
        Acknowledgments two = new Acknowledgments(new Listeners(new UploadListener() {}));
        two.cut();
        two.cut();
        parts.forEach(two::acknowledge);

        assertThatThrownBy(two::checkComplete).isInstanceOf(IllegalStateException.class);
    }
}
