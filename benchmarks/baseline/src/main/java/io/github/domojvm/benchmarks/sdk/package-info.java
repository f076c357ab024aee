/**
 * What the official SDK does, reduced to the calls that are measured, with its libraries: OkHttp 4.9 and Gson. The SDK
 * itself is in no registry. Its behavior is that of its version 0.4.3: a part is a String, nothing is compressed,
 * retried or sent concurrently by the SDK, an export is copied in pieces of 1 KiB, and a list is read into a String
 * before it is parsed.
 */
package io.github.domojvm.benchmarks.sdk;
