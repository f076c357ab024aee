package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.project.AttachmentFile;
import io.github.domojvm.rest.model.Attachment;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.Task;
import io.github.domojvm.rest.model.UpdateTaskRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;

/** The samples of the Task and attachment operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class TaskSamples {
    void createTask(DomoClient domo) {
        CreateTaskRequest request = CreateTaskRequest.builder()
                .taskName("Ask for the permit")
                .ownedBy(730200L)
                .contributors(List.of(730114L))
                .build();
        Task task = domo.tasks().create("501", "611", request);
    }

    void createTask(RestAccess rest) {
        CreateTaskRequest request = CreateTaskRequest.builder()
                .taskName("Ask for the permit")
                .ownedBy(730200L)
                .contributors(List.of(730114L))
                .build();
        Task task = rest.execute(rest.api().tasks().createTask("501", "611", request));
    }

    void listTasks(DomoClient domo) {
        List<Task> tasks = domo.tasks().list("501", "611").toList();
    }

    void listTasks(RestAccess rest) {
        List<Task> page = rest.execute(rest.api().tasks().listTasks("501", "611", 50, 0));
    }

    void listProjectTasks(DomoClient domo) {
        List<Task> tasks = domo.tasks().list("501").toList();
    }

    void listProjectTasks(RestAccess rest) {
        List<Task> page = rest.execute(rest.api().tasks().listProjectTasks("501", 50, 0));
    }

    void getTask(DomoClient domo) {
        Task task = domo.tasks().get("501", "611", "721");
    }

    void getTask(RestAccess rest) {
        Task task = rest.execute(rest.api().tasks().getTask("501", "611", "721"));
    }

    void updateTask(DomoClient domo) {
        Task task = domo.tasks().update("501", "611", "721", change -> change.priority(1));
    }

    void updateTask(RestAccess rest) {
        UpdateTaskRequest change = UpdateTaskRequest.builder()
                .taskName("Ask for the permit again")
                .priority(1)
                .build();
        Task task = rest.execute(rest.api().tasks().updateTask("501", "611", "721", change));
    }

    void deleteTask(DomoClient domo) {
        boolean deleted = domo.tasks().delete("501", "611", "721");
    }

    void deleteTask(RestAccess rest) {
        rest.execute(rest.api().tasks().deleteTask("501", "611", "721"));
    }

    void addAttachment(DomoClient domo) {
        AttachmentFile permit =
                AttachmentFile.of("permit.txt", "text/plain", "Permit no. 12".getBytes(StandardCharsets.UTF_8));
        Attachment attachment = domo.tasks().addAttachment("501", "611", "721", permit);
    }

    void addAttachment(RestAccess rest) {
        RequestBody permit = RequestBody.create("Permit no. 12", MediaType.get("text/plain"));
        MultipartBody.Part file = MultipartBody.Part.createFormData("file", "permit.txt", permit);
        Attachment attachment = rest.execute(rest.api().tasks().addAttachment("501", "611", "721", file));
    }

    void listAttachments(DomoClient domo) {
        List<Attachment> attachments = domo.tasks().attachments("501", "611", "721");
    }

    void listAttachments(RestAccess rest) {
        List<Attachment> attachments = rest.execute(rest.api().tasks().listAttachments("501", "611", "721"));
    }

    void downloadAttachment(DomoClient domo) {
        byte[] content = domo.tasks().downloadAttachment("501", "611", "721", 831);
    }

    void downloadAttachment(RestAccess rest, Path folder) throws IOException {
        try (ResponseBody content = rest.execute(rest.api().tasks().downloadAttachment("501", "611", "721", 831L))) {
            Files.copy(content.byteStream(), folder.resolve("permit.txt"));
        }
    }

    void deleteAttachment(DomoClient domo) {
        boolean deleted = domo.tasks().deleteAttachment("501", "721", 831);
    }

    void deleteAttachment(RestAccess rest) {
        rest.execute(rest.api().tasks().deleteAttachment("501", "721", 831L));
    }
}
