package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {
    private static final String PIER = "{\"name\":\"Pier\",\"members\":[730114],\"public\":\"TRUE\"}";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void newProjectHasTextIdsAndThreeLists() {
        JsonNode project = caller.post("/v1/projects", PIER).json();

        assertThat(project.path("id").isTextual()).isTrue();
        assertThat(project.path("public").asBoolean()).isTrue();
        assertThat(project.path("members")).hasToString("[730114]");
        JsonNode lists = caller.get(path(project) + "/lists").json();
        assertThat(names(lists)).containsExactly("To Do", "Working On", "Completed");
        assertThat(lists.at("/2/index").asInt()).isEqualTo(3);
        assertThat(lists.at("/1/type").asText()).isEqualTo("WORKING_ON");
    }

    @Test
    void aProjectWithOnlyANameIsAPrivateProjectOfTheOwner() {
        Reply created = caller.post("/v1/projects", "{\"name\":\"only a name\"}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("members")).hasToString("[730114]");
        assertThat(created.json().path("public").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"n\"}", "{\"name\":\"n\",\"members\":[]}", "{\"name\":\"n\",\"public\":true}"})
    void rejectsAProjectWithoutMembersOrPublicWithTheQuirk(String body) {
        try (DomoSandbox strict = DomoSandbox.builder()
                .quirk(Quirk.PROJECTS_REQUIRE_MEMBERS_AND_PUBLIC)
                .start()) {
            Caller other = new Caller(strict);

            assertThat(other.post("/v1/projects", body).status()).isEqualTo(400);
            assertThat(other.post("/v1/projects", PIER).status()).isEqualTo(200);
        }
    }

    @Test
    void meIsThePersonalProjectWhichCannotBeDeleted() {
        JsonNode me = caller.get("/v1/projects/me").json();

        assertThat(caller.get(path(me)).json()).isEqualTo(me);
        assertThat(caller.delete("/v1/projects/me").status()).isEqualTo(400);
        assertThat(caller.get("/v1/projects").json()).hasSize(1);
    }

    @Test
    void updatesMembersInTheBodyAndDeletesAProjectWithItsLists() {
        String project = path(caller.post("/v1/projects", PIER).json());

        JsonNode changed = caller.put(
                        project,
                        "{\"description\":\"d\",\"dueDate\":\"2025-09-30T02:00:00+02:00\",\"members\":[730114]}")
                .json();

        assertThat(changed.path("name").asText()).isEqualTo("Pier");
        assertThat(changed.path("dueDate").asText()).isEqualTo("2025-09-30T00:00:00Z");
        assertThat(changed.path("members")).hasToString("[730114]");
        assertThat(caller.put(project + "/members", "[]").status()).isEqualTo(200);
        assertThat(caller.get(project + "/members").json()).hasToString("[]");
        assertThat(caller.delete(project).status()).isEqualTo(200);
        assertThat(caller.get(project + "/lists").status()).isEqualTo(404);
    }

    @Test
    void insertsANewListFirstAndMovesAListByIndex() {
        String lists = path(caller.post("/v1/projects", PIER).json()) + "/lists";

        caller.post(lists, "{\"name\":\"first\",\"type\":\"TODO\"}");
        JsonNode third = caller.post(lists, "{\"name\":\"third\",\"type\":\"TODO\",\"index\":3}")
                .json();
        assertThat(names(caller.get(lists).json()))
                .containsExactly("first", "To Do", "third", "Working On", "Completed");

        String list = lists + "/" + third.path("id").asText();
        JsonNode moved = caller.put(list, "{\"name\":\"last\",\"type\":\"COMPLETED\",\"index\":99}")
                .json();
        assertThat(moved.path("index").asInt()).isEqualTo(5);
        assertThat(caller.get(list).json()).isEqualTo(moved);
        assertThat(caller.delete(list).status()).isEqualTo(200);
        assertThat(caller.get(list).status()).isEqualTo(404);
        assertThat(names(caller.get(lists).json())).containsExactly("first", "To Do", "Working On", "Completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void insertsANewTaskFirst(String method) {
        String tasks = tasks();
        caller.send(method, tasks, "{\"taskName\":\"old\"}");
        JsonNode task = caller.send(method, tasks, "{\"taskName\":\"new\",\"tags\":[\"a\"],\"contributors\":[730114]}")
                .json();

        assertThat(task.path("priority").asInt()).isEqualTo(1);
        assertThat(task.path("tags")).hasToString("[\"a\"]");
        assertThat(task.path("id").isTextual()).isTrue();
        JsonNode all = caller.get(tasks).json();
        assertThat(all.at("/1/taskName").asText()).isEqualTo("old");
        assertThat(all.at("/1/priority").asInt()).isEqualTo(2);
        assertThat(all.at("/0").has("updatedDate")).isFalse();
    }

    @Test
    void updatesArchivesAndMovesATask() {
        String tasks = tasks();
        String project = tasks.substring(0, tasks.indexOf("/lists"));
        String other = caller.get(project + "/lists").json().at("/1/id").asText();
        JsonNode task =
                caller.post(tasks, "{\"taskName\":\"a\",\"description\":\"d\"}").json();

        JsonNode moved = caller.put(
                        tasks + "/" + task.path("id").asText(),
                        "{\"archived\":true,\"projectListId\":\"" + other + "\"}")
                .json();

        assertThat(moved.path("taskName").asText()).isEqualTo("a");
        assertThat(moved.path("description").asText()).isEqualTo("d");
        assertThat(moved.path("archived").asBoolean()).isTrue();
        assertThat(moved.path("projectListId").asText()).isEqualTo(other);
        assertThat(caller.get(tasks).json()).isEmpty();
        assertThat(caller.get(project + "/tasks").json()).hasSize(1);
        assertThat(caller.get(tasks + "/" + task.path("id").asText()).status()).isEqualTo(404);
        String there = project + "/lists/" + other + "/tasks/" + task.path("id").asText();
        assertThat(caller.delete(there).status()).isEqualTo(200);
        assertThat(caller.get(there).status()).isEqualTo(404);
    }

    @Test
    void listReturnsTenTasksByDefaultAnd50AtMost() {
        String tasks = tasks();
        for (int i = 0; i < 60; i++) {
            caller.post(tasks, "{\"taskName\":\"t" + i + "\"}");
        }

        assertThat(caller.get(tasks).json()).hasSize(10);
        assertThat(caller.get(tasks + "?limit=1000").json()).hasSize(50);
        assertThat(caller.get(tasks + "?limit=50&offset=50").json()).hasSize(10);
        assertThat(caller.get(tasks + "?limit=0").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/project/P/tasks/T", "/v1/projects/P/tasks/T", "/v1/projects/P/lists/L/tasks/T"})
    void storesAnAttachmentAndDeletesItByEachPath(String pattern) {
        String tasks = tasks();
        String task =
                caller.post(tasks, "{\"taskName\":\"a\"}").json().path("id").asText();
        String attachments = tasks + "/" + task + "/attachments";
        String form = """
                --b\r
                Content-Disposition: form-data; name="file"; filename="permit.txt"\r
                Content-Type: text/plain\r
                \r
                Permit\r
                no. 12\r
                --b--\r
                """;

        JsonNode added = caller.send("POST", attachments, form, "Content-Type", "multipart/form-data; boundary=b")
                .json();

        assertThat(added.path("fileName").asText()).isEqualTo("permit.txt");
        assertThat(added.path("taskId").isNumber()).isTrue();
        String id = added.path("id").asText();
        Reply file = caller.get(attachments + "/" + id);
        assertThat(file.text()).isEqualTo("Permit\r\nno. 12");
        assertThat(file.header("Content-Type")).isEqualTo("text/plain");
        assertThat(caller.get(tasks + "/" + task).json().path("attachmentCount").asInt())
                .isEqualTo(1);
        String[] segments = tasks.split("/", -1);
        String path = pattern.replace("/P", "/" + segments[3])
                .replace("/L", "/" + segments[5])
                .replace("/T", "/" + task);
        assertThat(caller.delete(path + "/attachments/" + id).status()).isEqualTo(200);
        assertThat(caller.get(attachments).json()).isEmpty();
        assertThat(caller.get(attachments + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void rejectsAFormWithoutAFile() {
        String tasks = tasks();
        String task =
                caller.post(tasks, "{\"taskName\":\"a\"}").json().path("id").asText();
        String attachments = tasks + "/" + task + "/attachments";

        assertThat(caller.send("POST", attachments, "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(caller.send("POST", attachments, "--b--\r\n", "Content-Type", "multipart/form-data; boundary=b")
                        .status())
                .isEqualTo(400);
        assertThat(caller.send("POST", attachments, "no form", "Content-Type", "multipart/form-data; boundary=b")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"members\":[730114],\"public\":true}",
                "{\"name\":\"x\",\"members\":[730114],\"public\":\"maybe\"}",
                "{\"name\":\"x\",\"members\":[730114],\"public\":true,\"dueDate\":\"soon\"}"
            })
    void rejectsAnIncompleteOrMalformedProject(String body) {
        assertThat(caller.post("/v1/projects", body).status()).isEqualTo(400);
        assertThat(caller.get("/v1/projects").json()).hasSize(1);
    }

    @Test
    void rejectsAnUnknownListTypeAndAnIndexBelowOne() {
        String lists = path(caller.post("/v1/projects", PIER).json()) + "/lists";

        assertThat(caller.post(lists, "{\"name\":\"x\",\"type\":\"LATER\"}").status())
                .isEqualTo(400);
        assertThat(caller.post(lists, "{\"name\":\"x\",\"type\":\"TODO\",\"index\":0}")
                        .status())
                .isEqualTo(400);
        String list = lists + "/" + caller.get(lists).json().at("/0/id").asText();
        assertThat(caller.put(list, "{\"name\":\"x\",\"type\":\"TODO\"}").message())
                .contains("index");
    }

    private String tasks() {
        String project = path(caller.post("/v1/projects", PIER).json());
        return project + "/lists/"
                + caller.get(project + "/lists").json().at("/0/id").asText() + "/tasks";
    }

    private static String path(JsonNode project) {
        return "/v1/projects/" + project.path("id").asText();
    }

    private static java.util.List<String> names(JsonNode lists) {
        return StreamSupport.stream(lists.spliterator(), false)
                .map(list -> list.path("name").asText())
                .toList();
    }
}
