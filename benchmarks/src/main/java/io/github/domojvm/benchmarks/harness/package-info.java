/**
 * Runs programs in alternation, each in a process of its own, and writes the ratios of what they cost to a page. A bare
 * time is never a result.
 */
package io.github.domojvm.benchmarks.harness;
