package io.github.domojvm.internal.client;

import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.DomoRest;
import java.util.concurrent.Executor;

/**
 * What the uploads of a client work with, whichever view starts them.
 *
 * @param api the generated interfaces; they accept calls while the client is being closed, so that an upload that is
 *     stopped can abort its execution
 * @param calls executes their calls
 * @param executor compresses and sends parts
 * @param timing the clock and the waits
 * @param running the uploads that have not ended
 */
public record UploadContext(
        DomoRest api, CallExecutor calls, Executor executor, Timing timing, RunningUploads running) {}
