package io.github.domojvm.internal.client;

import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.rest.DomoRest;

/**
 * The objects that the facades of a client, or of a view of it, share.
 *
 * @param api the generated interfaces
 * @param calls executes their calls
 * @param uploads the objects that uploads share, the same for a client and its views
 */
public record ClientContext(DomoRest api, CallExecutor calls, UploadContext uploads) {}
