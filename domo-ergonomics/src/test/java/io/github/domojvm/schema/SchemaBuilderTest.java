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
    void preservesTheOrderOfTheColumns() {
        Schema schema = SchemaBuilder.builder()
                .stringColumn("s")
                .decimalColumn("c")
                .longColumn("l")
                .doubleColumn("d")
                .dateColumn("day")
                .dateTimeColumn("at")
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
    void rejectsADuplicateColumnName() {
        assertThatThrownBy(() -> SchemaBuilder.builder().stringColumn("a").longColumn("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a' is used twice");
    }

    @Test
    void rejectsABlankNameAndAnUnknownType() {
        assertThatThrownBy(() -> SchemaBuilder.builder().stringColumn("a").stringColumn(" "))
                .hasMessageContaining("name of column 2 must not be blank");
        assertThatThrownBy(() -> SchemaBuilder.builder().column("a", ColumnType.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNKNOWN");
    }

    @Test
    void rejectsASchemaWithoutColumns() {
        assertThatThrownBy(() -> SchemaBuilder.builder().build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rejectsNamesThatDifferOnlyByCaseUnlessAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaBuilder.builder().stringColumn("Day").dateColumn("day"))
                .withMessageContaining("'Day' and 'day'");
        assertThat(SchemaBuilder.builder()
                        .allowNamesThatDifferByCase()
                        .stringColumn("Day")
                        .dateColumn("day")
                        .build()
                        .columns())
                .hasSize(2);
    }

    @Test
    void startsWithTheColumnsOfASchemaOrOfARecordClass() {
        record Tide(
                java.time.Instant at,
                @ColumnName("Water Level") double level) {}
        Schema tides = SchemaBuilder.from(Tide.class).stringColumn("note").build();

        assertThat(tides.columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("at DATETIME", "Water Level DOUBLE", "note STRING");
        assertThat(SchemaBuilder.from(tides).build()).isEqualTo(tides);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaBuilder.from(tides).dateColumn("AT"));
    }
}
