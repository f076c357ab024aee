package io.github.domojvm.internal.client;

import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.DomoRest;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * The objects that the uploads of a client share, including uploads that a view starts.
 *
 * @param api the generated interfaces; they accept calls while the client is being closed, so that a stopped upload can
 *     abort its execution
 * @param calls executes their calls
 * @param executor compresses and sends parts
 * @param threads creates the thread of each upload, which reads the source
 * @param timing the clock, also used for waits
 * @param running the running uploads
 */
public record UploadContext(
        DomoRest api,
        CallExecutor calls,
        Executor executor,
        ThreadFactory threads,
        Timing timing,
        RunningUploads running) {}
