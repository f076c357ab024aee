package io.github.domojvm.sandbox.internal.data;

import java.time.Duration;

/** What of the behaviour of DataSets and Streams can be chosen. */
public record DataRules(
        Duration importDelay,
        Duration commitDelay,
        Duration commitInterval,
        long queryRowLimit,
        boolean putUpdatesStream,
        boolean rowErrorsFoundAtCommit,
        boolean partGapsAllowed,
        boolean emptyCommitSucceeds,
        boolean headerInFirstPartOnly,
        boolean secondCommitDuplicatesRows,
        boolean namesThatDifferByCaseAreRefused,
        boolean policiesNeedData) {}
