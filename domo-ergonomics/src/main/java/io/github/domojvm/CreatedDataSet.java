package io.github.domojvm;

import io.github.domojvm.rest.model.Schema;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A DataSet that was created from rows and loaded.
 *
 * @param dataSetId the id of the DataSet, a UUID
 * @param streamId the id of its Stream; empty if it was created without one
 * @param schema the columns of the DataSet
 * @param load the result of loading the rows; empty if there were none
 */
public record CreatedDataSet(String dataSetId, OptionalLong streamId, Schema schema, Optional<LoadResult> load) {}
