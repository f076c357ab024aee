package io.github.domojvm.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an upload goes: exactly one of these. */
final class UploadTarget {
    @Option(
            names = "--create",
            paramLabel = "NAME",
            required = true,
            description =
                    "Create a Stream with a new DataSet of this name; its columns and types are guessed from the whole"
                            + " file, whose first line must name the columns.")
    @Nullable
    String name;

    @Option(names = "--stream", paramLabel = "ID", required = true, description = "Upload into this Stream.")
    @Nullable
    Long streamId;

    @Option(
            names = "--dataset",
            paramLabel = "ID",
            required = true,
            description = "Upload into the DataSet of this id, through the Stream that it was created with.")
    @Nullable
    String dataSetId;
}
