package io.github.domojvm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.Schema;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {
    private static final Schema PRESENT =
            SchemaBuilder.create().date("day").longs("count").string("note").build();

    @Test
    void isEmptyForTheSameColumns() {
        SchemaDiff diff = SchemaDiff.between(PRESENT, SchemaBuilder.of(PRESENT).build());

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("no change");
    }

    @Test
    void tellsWhatGoesComesAndChangesItsType() {
        Schema wanted = SchemaBuilder.create()
                .date("day")
                .doubles("count")
                .string("Note")
                .build();

        SchemaDiff diff = SchemaDiff.between(PRESENT, wanted);

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.changes()).containsExactly("- note STRING", "~ count LONG -> DOUBLE", "+ Note STRING");
        assertThat(diff).hasToString("- note STRING\n~ count LONG -> DOUBLE\n+ Note STRING");
        assertThat(diff.wanted()).isEqualTo(wanted);
    }

    @Test
    void tellsAnotherOrderOfTheColumnsThatStay() {
        Schema moved =
                SchemaBuilder.create().longs("count").date("day").string("note").build();
        Schema inserted = SchemaBuilder.create()
                .date("day")
                .string("new")
                .longs("count")
                .string("note")
                .build();

        assertThat(SchemaDiff.between(PRESENT, moved).changes())
                .containsExactly("order [day, count, note] -> [count, day, note]");
        assertThat(SchemaDiff.between(PRESENT, inserted).changes()).containsExactly("+ new STRING");
    }

    @Test
    void comparesWithASchemaThatTheServiceLeftEmpty() {
        assertThat(SchemaDiff.between(Schema.builder().build(), PRESENT).changes())
                .hasSize(3);
    }
}
