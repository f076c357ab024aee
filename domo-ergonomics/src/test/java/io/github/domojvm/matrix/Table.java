package io.github.domojvm.matrix;

import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows with a unique id, so that each can be found in the DataSet. */
final class Table {
    static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("id").longColumn("n").build();

    static final int COLUMNS = 2;

    private Table() {}

    static List<List<String>> rows(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.of(prefix + i, String.valueOf(i)))
                .toList();
    }

    static List<List<String>> concat(List<List<String>> first, List<List<String>> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    static String csv(List<? extends List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining());
    }
}
