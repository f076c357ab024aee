package io.github.domojvm.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The target of an upload. Exactly one of the options must be set. */
final class UploadTarget {
    @Option(
            names = "--create",
            paramLabel = "NAME",
            required = true,
            description =
                    "Create a DataSet with this name and its Stream. Column types are inferred from the entire file,"
                            + " which must have a header line.")
    @Nullable
    String name;

    @Option(names = "--stream", paramLabel = "ID", required = true, description = "Upload to this Stream.")
    @Nullable
    Long streamId;

    @Option(
            names = "--dataset",
            paramLabel = "ID",
            required = true,
            description = "Upload to this DataSet, with the Stream it was created with.")
    @Nullable
    String dataSetId;

    /** Returns a text that differs for other targets. */
    String key() {
        return name != null ? "create " + name : streamId != null ? "stream " + streamId : "dataset " + dataSetId;
    }
}
