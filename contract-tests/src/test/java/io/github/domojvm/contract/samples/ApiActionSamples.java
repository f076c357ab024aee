package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.ApiAction;
import io.github.domojvm.rest.model.ProcessApiActionRequest;
import java.io.IOException;
import java.util.List;
import okhttp3.ResponseBody;

/** The samples of the API Action operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class ApiActionSamples {
    void listApiActions(DomoClient domo) {
        List<ApiAction> actions = domo.apiActions().list();
    }

    void listApiActions(RestAccess rest) {
        List<ApiAction> actions = rest.execute(rest.api().actions().listApiActions());
    }

    void processApiAction(DomoClient domo) {
        String result = domo.apiActions()
                .process("3f2a1b0c-9d8e-4f7a-b6c5-d4e3f2a1b0c9", "8801", "7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10");
    }

    void processApiAction(RestAccess rest) throws IOException {
        ProcessApiActionRequest request = ProcessApiActionRequest.builder()
                .datasetId("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10")
                .build();
        try (ResponseBody result = rest.execute(
                rest.api().actions().processApiAction("3f2a1b0c-9d8e-4f7a-b6c5-d4e3f2a1b0c9", "8801", request))) {
            String text = result.string();
        }
    }
}
