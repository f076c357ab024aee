package io.github.domojvm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.Schema;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {
    private static final Schema PRESENT = SchemaBuilder.builder()
            .dateColumn("day")
            .longColumn("count")
            .stringColumn("note")
            .build();

    @Test
    void isEmptyForTheSameColumns() {
        SchemaDiff diff =
                SchemaDiff.between(PRESENT, SchemaBuilder.from(PRESENT).build());

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("no change");
    }

    @Test
    void listsRemovedAddedAndChangedColumns() {
        Schema wanted = SchemaBuilder.builder()
                .dateColumn("day")
                .doubleColumn("count")
                .stringColumn("Note")
                .build();

        SchemaDiff diff = SchemaDiff.between(PRESENT, wanted);

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.changes()).containsExactly("- note STRING", "~ count LONG -> DOUBLE", "+ Note STRING");
        assertThat(diff).hasToString("- note STRING\n~ count LONG -> DOUBLE\n+ Note STRING");
        assertThat(diff.wanted()).isEqualTo(wanted);
    }

    @Test
    void listsAChangedOrderOfExistingColumns() {
        Schema moved = SchemaBuilder.builder()
                .longColumn("count")
                .dateColumn("day")
                .stringColumn("note")
                .build();
        Schema inserted = SchemaBuilder.builder()
                .dateColumn("day")
                .stringColumn("new")
                .longColumn("count")
                .stringColumn("note")
                .build();

        assertThat(SchemaDiff.between(PRESENT, moved).changes())
                .containsExactly("order [day, count, note] -> [count, day, note]");
        assertThat(SchemaDiff.between(PRESENT, inserted).changes()).containsExactly("+ new STRING");
    }

    @Test
    void comparesWithAnEmptySchema() {
        assertThat(SchemaDiff.between(Schema.builder().build(), PRESENT).changes())
                .hasSize(3);
    }
}
