package io.github.domojvm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.Loopback.Received;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class FilesTest {
    @Test
    void sendsAnAttachmentWithNameTypeAndBytes() throws Exception {
        try (Loopback server = Loopback.responding("application/json", "{\"id\":831,\"fileName\":\"permit.txt\"}")) {
            MultipartBody.Part file = MultipartBody.Part.createFormData(
                    "file", "permit.txt", RequestBody.create("Permit no. 12", MediaType.get("text/plain")));

            assertThat(server.rest()
                            .tasks()
                            .addAttachment("501", "611", "721", file)
                            .execute()
                            .body()
                            .id())
                    .isEqualTo(831);

            Received request = server.received.take();
            assertThat(request.uri().getPath()).isEqualTo("/v1/projects/501/lists/611/tasks/721/attachments");
            assertThat(request.headers().get("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(request.headers().get("Content-Length")).isNotNull();
            assertThat(request.body())
                    .contains("name=\"file\"; filename=\"permit.txt\"", "Content-Type: text/plain", "Permit no. 12");
        }
    }

    @Test
    void downloadsAnAttachmentUnchanged() throws IOException {
        try (Loopback server = Loopback.responding("text/plain", "Permit no. 12");
                ResponseBody file = server.rest()
                        .tasks()
                        .downloadAttachment("501", "611", "721", 831L)
                        .execute()
                        .body()) {
            assertThat(file.string()).isEqualTo("Permit no. 12");
        }
    }

    @Test
    void sendsListsAsJsonArrays() throws Exception {
        try (Loopback server = Loopback.responding("", "")) {
            assertThat(server.rest()
                            .projects()
                            .setProjectMembers("501", List.of(730114L, 730200L))
                            .execute()
                            .isSuccessful())
                    .isTrue();
            assertThat(server.received.take().body()).isEqualTo("[730114,730200]");

            assertThat(server.rest()
                            .simple()
                            .importJson("7b1c", List.of(Map.of("depth", 12.5)), null)
                            .execute()
                            .isSuccessful())
                    .isTrue();
            assertThat(server.received.take().body()).isEqualTo("[{\"depth\":12.5}]");
        }
    }

    @Test
    void createsAClientWithTheSessionOfTheInstance() throws Exception {
        try (Loopback server = Loopback.responding("application/json", "{\"client_secret\":\"s3cret\"}")) {
            var created = server.rest()
                    .authentication()
                    .createClient(
                            "session",
                            "northwind.domo.com",
                            io.github.domojvm.rest.model.CreateClientRequest.builder()
                                    .name("Loader")
                                    .scope(List.of("data"))
                                    .build())
                    .execute()
                    .body();

            assertThat(created.clientSecret()).isEqualTo("s3cret");
            assertThat(created.toString()).doesNotContain("s3cret");
            Received request = server.received.take();
            assertThat(request.headers().get("X-DOMO-Authentication")).isEqualTo("session");
            assertThat(request.headers().get("X-DOMO-CustomerDomain")).isEqualTo("northwind.domo.com");
        }
    }
}
