/** The generated file that all measurements upload, export and compress. */
package io.github.domojvm.benchmarks.data;
