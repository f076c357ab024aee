/** Programs that use the client as a user would. Each runs in a process of its own and prints what it measured. */
package io.github.domojvm.benchmarks.client;
