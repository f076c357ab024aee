package io.github.domojvm.sandbox.internal.data;

import java.time.Duration;

/** The configurable behavior of DataSets and Streams. */
public record DataRules(
        Duration importDelay,
        Duration commitDelay,
        Duration commitInterval,
        long queryRowLimit,
        boolean putUpdatesStream,
        boolean invalidRowsRejectedAtPart,
        boolean partGapsAllowed,
        boolean emptyCommitSucceeds,
        boolean headerInFirstPartOnly,
        boolean secondCommitDuplicatesRows,
        int earlyCommitStatus,
        boolean namesThatDifferByCaseAreRefused,
        boolean policiesNeedData) {}
