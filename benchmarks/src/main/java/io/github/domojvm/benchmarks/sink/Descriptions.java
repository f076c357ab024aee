package io.github.domojvm.benchmarks.sink;

import io.github.domojvm.benchmarks.data.DataFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The JSON of DataSets and Streams. */
final class Descriptions {
    private static final int LISTED = 50;

    private Descriptions() {}

    static String header() {
        return String.join(",", DataFile.COLUMNS) + "\n";
    }

    /** Returns the DataSet with its schema. */
    static String dataSet(long rows) {
        String columns = IntStream.range(0, DataFile.COLUMNS.size())
                .mapToObj(i ->
                        "{\"type\":\"" + DataFile.TYPES.get(i) + "\",\"name\":\"" + DataFile.COLUMNS.get(i) + "\"}")
                .collect(Collectors.joining(","));
        return members(Sink.DATA_SET, "Sales", rows) + ",\"schema\":{\"columns\":[" + columns + "]},\"policies\":[]}";
    }

    /** Returns 50 DataSets with the members that a list has: no schema and no policies. */
    static String list() {
        return IntStream.range(0, LISTED)
                .mapToObj(i ->
                        members("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d%04d".formatted(i), "Sales of harbour " + i, 1000L * i)
                                + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String stream() {
        return "{\"id\":" + Sink.STREAM + ",\"updateMethod\":\"REPLACE\",\"createdAt\":\"2025-03-04T05:06:07Z\","
                + "\"modifiedAt\":\"2025-03-04T05:12:30Z\",\"dataSet\":{\"id\":\"" + Sink.DATA_SET
                + "\",\"name\":\"Sales\"}}";
    }

    private static String members(String id, String name, long rows) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"description\":\"Hourly levels, measured at the mouth of"
                + " the harbour, in metres above chart datum; corrected for the pressure of the air at the time\",\"rows\":"
                + rows + ",\"columns\":" + DataFile.COLUMNS.size()
                + ",\"owner\":{\"id\":730114,\"name\":\"Ada Moss\"},\"createdAt\":\"2025-03-04T05:06:07Z\","
                + "\"updatedAt\":\"2025-03-04T05:06:07.089Z\",\"dataCurrentAt\":\"2025-03-04T05:06:07Z\","
                + "\"pdpEnabled\":false";
    }
}
