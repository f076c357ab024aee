package io.github.domojvm;

import io.github.domojvm.rest.model.Schema;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A DataSet that was created from rows, and loaded.
 *
 * @param dataSetId the id of the DataSet, a UUID
 * @param streamId the id of the Stream that fills it; empty when it was created without one
 * @param schema its columns
 * @param load the result of loading the rows; empty when there were none
 */
public record CreatedDataSet(String dataSetId, OptionalLong streamId, Schema schema, Optional<LoadResult> load) {}
