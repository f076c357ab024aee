package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private String tasks = "";

    @BeforeEach
    void findList() {
        tasks = "/v1/projects/me/lists/"
                + caller.get("/v1/projects/me/lists").json().at("/0/id").asText() + "/tasks";
    }

    @Test
    void priorityMovesATaskWithinItsList() {
        newTask("{\"taskName\":\"c\"}");
        newTask("{\"taskName\":\"b\"}");
        String a = newTask("{\"taskName\":\"a\"}");
        newTask("{\"taskName\":\"last\",\"priority\":\"99\"}");

        JsonNode moved = caller.put(a, "{\"priority\":3}").json();

        assertThat(moved.path("priority").asInt()).isEqualTo(3);
        assertThat(names()).containsExactly("b", "c", "a", "last");
        caller.put(a, "{\"taskName\":\"still third\"}");
        assertThat(names()).containsExactly("b", "c", "still third", "last");
        assertThat(caller.put(a, "{\"priority\":0}").status()).isEqualTo(400);
    }

    @Test
    void aTaskBelongsToItsCreatorUnlessAnotherOwnerIsSet() {
        long owner = caller.get("/v1/users").json().at("/0/id").asLong();
        long other = caller.post("/v1/users", "{\"name\":\"n\",\"email\":\"n@x.example\",\"role\":\"Admin\"}")
                .json()
                .path("id")
                .asLong();

        JsonNode mine = caller.get(newTask("{\"taskName\":\"a\"}")).json();
        JsonNode given = caller.get(newTask("{\"taskName\":\"b\",\"ownedBy\":" + other + "}"))
                .json();

        assertThat(mine.path("ownedBy").asLong()).isEqualTo(owner);
        assertThat(mine.path("updatedDate").isTextual()).isTrue();
        assertThat(mine.has("dueDate")).isFalse();
        assertThat(given.path("ownedBy").asLong()).isEqualTo(other);
        assertThat(given.path("createdBy").asLong()).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"taskName\":\"a\",\"ownedBy\":999}",
                "{\"taskName\":\"a\",\"contributors\":[999]}",
                "{\"taskName\":\"a\",\"contributors\":999}",
                "{\"taskName\":\"a\",\"tags\":\"permit\"}",
                "{\"taskName\":\"a\",\"tags\":[{\"name\":\"permit\"}]}",
                "{\"taskName\":\"a\",\"dueDate\":\"2025-02-30\"}"
            })
    void rejectsATaskThatIsMalformedOrReferencesAnUnknownUser(String body) {
        assertThat(caller.post(tasks, body).status()).isEqualTo(400);
        assertThat(names()).isEmpty();
    }

    @Test
    void rejectedUpdateChangesNothing() {
        String task = newTask("{\"taskName\":\"a\",\"dueDate\":\"2025-03-04\"}");
        JsonNode before = caller.get(task).json();
        assertThat(before.path("dueDate").asText()).isEqualTo("2025-03-04T00:00:00Z");

        assertThat(caller.put(task, "{\"taskName\":\"b\",\"ownedBy\":999}").status())
                .isEqualTo(400);
        assertThat(caller.put(task, "{\"taskName\":\"b\",\"projectListId\":\"999\"}")
                        .status())
                .isEqualTo(404);

        assertThat(caller.get(task).json()).isEqualTo(before);
    }

    @Test
    void deletingAListDeletesItsTasks() {
        String task = newTask("{\"taskName\":\"a\"}");

        caller.delete(tasks.replace("/tasks", ""));

        assertThat(caller.get("/v1/projects/me/tasks").json()).isEmpty();
        assertThat(caller.get(task).status()).isEqualTo(404);
    }

    @Test
    void rejectsUnknownMembersOfAProject() {
        String project = "{\"name\":\"Pier\",\"members\":[999],\"public\":true}";

        assertThat(caller.post("/v1/projects", project).message()).isEqualTo("members: no user 999");
        assertThat(caller.put("/v1/projects/me/members", "[999]").status()).isEqualTo(400);
        assertThat(caller.put("/v1/projects/me/members", "{}").status()).isEqualTo(400);
        assertThat(caller.get("/v1/projects/me/members").json()).hasSize(1);
    }

    @Test
    void downloadsTheUnchangedBytesAndMediaTypeOfAnAttachment() throws Exception {
        String attachments = newTask("{\"taskName\":\"a\"}") + "/attachments";
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }

        String attachment = attachments + "/" + attach(attachments, "Plan \\\"B\\\".png", "image/png", bytes);

        var response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + attachment))
                                .header("Authorization", "bearer " + caller.token())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(response.body()).isEqualTo(bytes);
        assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Plan _B_.png\"");
    }

    @Test
    void activityLogListsChangesOfTasks() {
        String task = newTask("{\"taskName\":\"a\"}");
        caller.put(task, "{\"archived\":true}");
        attach(task + "/attachments", "plan.txt", "text/plain", new byte[1]);

        JsonNode entries = caller.get("/v1/audit?limit=3").json();

        assertThat(entries.findValuesAsText("objectType")).containsExactly("ATTACHMENT", "TASK", "TASK");
        assertThat(entries.findValuesAsText("actionType")).containsExactly("CREATED", "UPDATED", "CREATED");
    }

    @Test
    void requiresTheWorkflowScope() {
        try (DomoSandbox narrow =
                DomoSandbox.builder().client("id", "s3cret", "data").start()) {
            Caller other = new Caller(narrow);

            assertThat(other.get("/v1/projects").json().path("scope").asText()).isEqualTo("workflow");
            assertThat(other.get("/v1/projects/me/tasks").status()).isEqualTo(403);
        }
    }

    /** Attaches a file and returns its id. */
    private String attach(String attachments, String fileName, String mediaType, byte[] bytes) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return caller.sendBytes(
                        "POST", attachments, form.toByteArray(), "Content-Type", "multipart/form-data; boundary=edge")
                .json()
                .path("id")
                .asText();
    }

    /** Creates a task and returns its path. */
    private String newTask(String body) {
        return tasks + "/" + caller.post(tasks, body).json().path("id").asText();
    }

    private List<String> names() {
        return caller.get(tasks).json().findValuesAsText("taskName");
    }
}
