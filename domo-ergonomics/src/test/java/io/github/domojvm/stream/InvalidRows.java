package io.github.domojvm.stream;

import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Quirk;

/** When the service finds rows that it cannot store. No source states it, so uploads are tested with either. */
enum InvalidRows {
    FOUND_AT_COMMIT,
    REJECTED_AT_PART;

    void configure(DomoSandboxBuilder sandbox) {
        if (this == REJECTED_AT_PART) {
            sandbox.quirk(Quirk.INVALID_ROWS_REJECTED_AT_PART);
        }
    }
}
