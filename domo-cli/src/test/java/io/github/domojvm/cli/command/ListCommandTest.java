package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("name").build();

    private DomoSandbox sandbox;
    private String plums;
    private String figs;

    @BeforeEach
    void start() {
        sandbox = DomoSandbox.start();
        try (DomoClient domo = Cli.client(sandbox)) {
            plums = domo.dataSets().create("Plums", SCHEMA).id();
            figs = domo.dataSets().create("Figs", SCHEMA).id();
            domo.dataSets().importCsv(figs, CsvSource.fromText("a\n".repeat(1461)), UpdateMethod.REPLACE);
        }
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void printsIdRowsAndNameOfEachDataSetByName() {
        assertThat(Cli.against(sandbox).run("list"))
                .isEqualTo(new Cli.Ending(0, figs + "        1,461  Figs\n" + plums + "            0  Plums\n", ""));
    }

    @Test
    void filtersByName() {
        assertThat(Cli.against(sandbox).run("list", "--name", "plu").out()).isEqualTo(plums + "            0  Plums\n");
        assertThat(Cli.against(sandbox).run("list", "--name", "pear")).isEqualTo(new Cli.Ending(0, "", ""));
    }

    @Test
    void rejectsABlankNameBeforeAnyRequest() {
        Cli.Ending list = Cli.against(sandbox).run("list", "--name", " ");

        assertThat(list.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(list.err()).contains("--name must not be blank");
    }
}
