/**
 * A loopback service that receives uploads and sends exports with little CPU, and checks what it received when asked.
 */
package io.github.domojvm.benchmarks.sink;
