/** Benchmarks of single components with JMH: {@code make jmh}. */
package io.github.domojvm.benchmarks.jmh;
