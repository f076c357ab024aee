/** What is measured for each goal. */
package io.github.domojvm.benchmarks.goals;
