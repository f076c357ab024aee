package io.github.domojvm.cli.command;

import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Quirk;

/** When the service finds rows that it cannot store. No source states it, so the command is tested with either. */
enum InvalidRows {
    FOUND_AT_COMMIT,
    REJECTED_AT_PART;

    DomoSandboxBuilder sandbox() {
        DomoSandboxBuilder builder = DomoSandbox.builder();
        return this == REJECTED_AT_PART ? builder.quirk(Quirk.INVALID_ROWS_REJECTED_AT_PART) : builder;
    }
}
