package io.github.domojvm.simulation;

import java.time.Duration;

/**
 * The configurable behavior of the simulated service, as far as no source documents it or it differs between instances.
 *
 * @param processingDelay the time from a commit until its rows are processed
 * @param countDelay the time until the row count of the DataSet shows processed rows
 * @param commitInterval the minimum time between two commits; zero for none
 * @param earlyCommitStatus the status of a commit that is too early
 * @param secondCommitDuplicatesRows whether a second commit of an execution that is being processed stores its rows
 *     twice
 * @param tokenLifetime the lifetime of access tokens
 */
record ServiceRules(
        Duration processingDelay,
        Duration countDelay,
        Duration commitInterval,
        int earlyCommitStatus,
        boolean secondCommitDuplicatesRows,
        Duration tokenLifetime) {}
