package io.github.domojvm.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.internal.journal.JournalDamagedException.Problem;
import java.util.Collections;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRecordTest {
    @Test
    void preservesTheOrderOfItsFields() {
        JournalRecord record =
                JournalRecord.of("part").with("z", 1).with("a", "two").with("m", -3);

        assertThat(record.fields().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void returnsTextsAndNumbersByName() throws Exception {
        JournalRecord record =
                JournalRecord.of("part").with("rows", Long.MIN_VALUE).with("name", "");

        assertThat(record.number("rows")).isEqualTo(Long.MIN_VALUE);
        assertThat(record.text("name")).isEmpty();
        assertThat(record.find("name")).contains("");
        assertThat(record.find("other")).isEmpty();
    }

    @Test
    void aMissingFieldIsDamage() {
        assertThatThrownBy(() -> JournalRecord.of("part").number("rows"))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessage("A record \"part\" of the journal has no field \"rows\".")
                .asInstanceOf(InstanceOfAssertFactories.type(JournalDamagedException.class))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.INVALID_FIELD))
                .satisfies(e -> assertThat(e.line()).isZero());
    }

    @Test
    void aNumberThatIsNotOneIsDamageAndNotQuoted() {
        assertThatThrownBy(() -> JournalRecord.of("part").with("rows", "secret").number("rows"))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessage("A record \"part\" of the journal has a field \"rows\" that is not a number.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "a b", "a=b", "a%b", "#", "ä", "a\n"})
    void rejectsTypesAndNamesThatWouldBeAmbiguous(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JournalRecord.of(name))
                .withMessageStartingWith("type must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JournalRecord.of("part").with(name, 1))
                .withMessageStartingWith("name must be");
    }

    @Test
    void rejectsNullByParameterName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new JournalRecord("part", Collections.singletonMap("rows", null)))
                .withMessage("value is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new JournalRecord("part", null))
                .withMessage("fields is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new JournalRecord(null, Map.of()))
                .withMessage("type is null");
    }
}
