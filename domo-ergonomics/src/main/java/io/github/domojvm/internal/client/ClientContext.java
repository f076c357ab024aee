package io.github.domojvm.internal.client;

import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.rest.DomoRest;

/**
 * What every facade of a client or of a view of it works with.
 *
 * @param api the generated interfaces
 * @param calls executes their calls
 * @param uploads what uploads work with, the same for a client and its views
 */
public record ClientContext(DomoRest api, CallExecutor calls, UploadContext uploads) {}
