package io.github.domojvm.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.error.DomoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exports a DataSet over an existing file. */
final class Exports {
    private static final String OLD_FILE = "the file of the last export\n";

    private Exports() {}

    static Observed run(Setup setup) {
        Path folder = setup.world.folder();
        try {
            Path target = Files.writeString(folder.resolve("out.csv"), OLD_FILE);
            Observed seen = setup.run(() -> export(setup, target));
            assertThat(Temporary.files(folder)).as("files that remain").isSubsetOf(target, Mounts.filler(folder));
            assertThat(Files.readString(target))
                    .isEqualTo(seen.failure() == null ? "id,n\n" + Table.csv(World.OLD_ROWS) : OLD_FILE);
            return seen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Observed export(Setup setup, Path target) {
        try {
            setup.world.domo.dataSets().export(setup.world.dataSetId(), target);
            return Observed.success("EXPORTED");
        } catch (DomoException e) {
            return Observed.failed("FAILED", e);
        } finally {
            setup.ended();
        }
    }
}
