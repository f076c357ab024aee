package io.github.domojvm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SchemaBuilderTest {
    @Test
    void keepsTheOrderOfTheColumns() {
        Schema schema = SchemaBuilder.create()
                .string("s")
                .decimal("c")
                .longs("l")
                .doubles("d")
                .date("day")
                .dateTime("at")
                .build();

        assertThat(schema.columns())
                .extracting(Column::name, Column::type)
                .containsExactly(
                        Tuple.tuple("s", ColumnType.STRING),
                        Tuple.tuple("c", ColumnType.DECIMAL),
                        Tuple.tuple("l", ColumnType.LONG),
                        Tuple.tuple("d", ColumnType.DOUBLE),
                        Tuple.tuple("day", ColumnType.DATE),
                        Tuple.tuple("at", ColumnType.DATETIME));
    }

    @Test
    void refusesAColumnNameTwice() {
        assertThatThrownBy(() -> SchemaBuilder.create().string("a").longs("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a' stands twice");
    }

    @Test
    void refusesABlankNameAndAnUnknownType() {
        assertThatThrownBy(() -> SchemaBuilder.create().string("a").string(" "))
                .hasMessageContaining("Column 2 has a blank name");
        assertThatThrownBy(() -> SchemaBuilder.create().column("a", ColumnType.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNKNOWN");
    }

    @Test
    void refusesASchemaWithoutColumns() {
        assertThatThrownBy(() -> SchemaBuilder.create().build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNamesThatDifferByCaseOnlyUnlessTheyAreAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaBuilder.create().string("Day").date("day"))
                .withMessageContaining("'Day' and 'day'");
        assertThat(SchemaBuilder.create()
                        .allowNamesThatDifferByCase()
                        .string("Day")
                        .date("day")
                        .build()
                        .columns())
                .hasSize(2);
    }

    @Test
    void startsWithTheColumnsOfASchemaOrOfARecordClass() {
        record Tide(
                java.time.Instant at,
                @ColumnName("Water Level") double level) {}
        Schema tides = SchemaBuilder.of(Tide.class).string("note").build();

        assertThat(tides.columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("at DATETIME", "Water Level DOUBLE", "note STRING");
        assertThat(SchemaBuilder.of(tides).build()).isEqualTo(tides);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaBuilder.of(tides).date("AT"));
    }
}
