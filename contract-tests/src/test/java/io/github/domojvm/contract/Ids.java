package io.github.domojvm.contract;

/**
 * The ids of the objects that calls use, either those of the description's examples or those of created objects.
 *
 * @param member the id of a user who is in the group
 * @param stranger the id of a user who is not in the group
 */
record Ids(
        String dataSet,
        String simpleDataSet,
        long policy,
        long stream,
        long execution,
        long member,
        long stranger,
        long group,
        long emptyGroup,
        long page,
        long collection,
        String card,
        long cardOfPage,
        String account,
        String accountType,
        String project,
        String list,
        String task,
        long attachment,
        String action,
        String integration,
        String subscription) {

    static final Ids OF_THE_EXAMPLES = new Ids(
            "7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10",
            "7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10",
            512,
            42,
            3,
            730200,
            730200,
            901,
            901,
            3101,
            41,
            "7001",
            7002,
            "8801",
            "harbour-db",
            "501",
            "611",
            "721",
            831,
            "3f2a1b0c-9d8e-4f7a-b6c5-d4e3f2a1b0c9",
            "5c0f7e1a-2b3d-4e5f-8a9b-0c1d2e3f4a5b",
            "9a8b7c6d-5e4f-4321-8765-43210fedcba9");

    /** Well-formed ids of objects that do not exist. */
    static final Ids UNKNOWN = new Ids(
            "00000000-0000-4000-8000-000000000000",
            "00000000-0000-4000-8000-000000000000",
            999_999_999,
            999_999_999,
            999_999_999,
            999_999_999,
            999_999_999,
            999_999_999,
            999_999_999,
            999_999_999,
            999_999_999,
            "999999999",
            999_999_999,
            "999999999",
            "no-such-type",
            "999999999",
            "999999999",
            "999999999",
            999_999_999,
            "00000000-0000-4000-8000-000000000000",
            "00000000-0000-4000-8000-000000000000",
            "00000000-0000-4000-8000-000000000000");

    /** Returns CSV with the columns of the DataSet and the Stream. */
    String rows() {
        return equals(OF_THE_EXAMPLES) ? "2025-03-04T05:00:00,3.41\n2025-03-04T06:00:00,3.87\n" : DataSetCalls.ROWS;
    }
}
