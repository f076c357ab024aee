package io.github.domojvm.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.Attachment;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.Task;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Tasks tasks = domo.facade(Tasks.class);
    private final Projects projects = domo.facade(Projects.class);
    private final String project = projects.create(CreateProjectRequest.builder()
                    .name("Pier")
                    .members(List.of())
                    .isPublic(true)
                    .build())
            .id();
    private final String list = projects.lists(project).get(0).id();

    @Test
    void listReadsAllPagesOfAListOrAProject() {
        String other = projects.lists(project).get(1).id();
        IntStream.range(0, 51).forEach(i -> create("Task " + i));
        tasks.create(
                project,
                other,
                CreateTaskRequest.builder().taskName("Elsewhere").build());

        assertThat(tasks.list(project, list))
                .extracting(Task::taskName)
                .hasSize(51)
                .contains("Task 0", "Task 50");
        assertThat(tasks.list(project)).extracting(Task::taskName).hasSize(52).contains("Elsewhere");
    }

    @Test
    void unknownTaskIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> tasks.get(project, list, "99"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tasks.update(project, list, "99", change -> change.taskName("Ask")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tasks.list(project, "99").toList());
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> tasks.attachments(project, list, "99"));
        assertThat(tasks.find(project, list, "99")).isEmpty();
    }

    @Test
    void updatingTheNamePreservesTheOtherMembers() {
        String id = tasks.create(
                        project,
                        list,
                        CreateTaskRequest.builder()
                                .taskName("Ask")
                                .description("At the office")
                                .tags(List.of("permit"))
                                .build())
                .id();

        Task updated = tasks.update(project, list, id, change -> change.taskName("Ask again"));

        assertThat(tasks.get(project, list, id)).isEqualTo(updated);
        assertThat(updated.taskName()).isEqualTo("Ask again");
        assertThat(updated.description()).isEqualTo("At the office");
        assertThat(updated.tags()).containsExactly("permit");
    }

    @Test
    void deleteReturnsWhetherSomethingWasDeleted() {
        String id = create("Ask");

        assertThat(tasks.delete(project, list, id)).isTrue();
        assertThat(tasks.delete(project, list, id)).isFalse();
    }

    @Test
    void downloadedAttachmentEqualsTheUploadedFile(@TempDir Path folder) throws IOException {
        String id = create("Ask");
        Path file = Files.writeString(folder.resolve("permit.txt"), "Permit no. 12");
        byte[] binary = {0, -1, 13, 10};

        Attachment text = tasks.addAttachment(project, list, id, AttachmentFile.fromFile(file));
        Attachment scan =
                tasks.addAttachment(project, list, id, AttachmentFile.of("scan.bin", "application/x-scan", binary));

        assertThat(tasks.attachments(project, list, id))
                .extracting(Attachment::fileName, Attachment::mimeType)
                .containsExactly(tuple("permit.txt", "text/plain"), tuple("scan.bin", "application/x-scan"));
        assertThat(tasks.downloadAttachment(project, list, id, text.id()))
                .asString(UTF_8)
                .isEqualTo("Permit no. 12");
        assertThat(tasks.downloadAttachment(project, list, id, scan.id())).isEqualTo(binary);
    }

    @Test
    void attachesAFileOfUnknownTypeAsOctetStream(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("permit"), "Permit no. 12");

        Attachment attachment = tasks.addAttachment(project, list, create("Ask"), AttachmentFile.fromFile(file));

        assertThat(attachment.mimeType()).isEqualTo("application/octet-stream");
    }

    @Test
    void retriesADownloadWhenTheConnectionBreaks() {
        String id = create("Ask");
        long attachment = attach(id);
        sandbox.faults()
                .add(Fault.on("GET", "/v1/projects/*/lists/*/tasks/*/attachments/*")
                        .dropConnection());

        assertThat(tasks.downloadAttachment(project, list, id, attachment))
                .asString(UTF_8)
                .isEqualTo("Permit");
    }

    @Test
    void deleteAttachmentReturnsWhetherSomethingWasDeleted() {
        String id = create("Ask");
        long attachment = attach(id);

        assertThat(tasks.deleteAttachment(project, id, attachment)).isTrue();
        assertThat(tasks.deleteAttachment(project, id, attachment)).isFalse();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tasks.downloadAttachment(project, list, id, attachment));
    }

    @Test
    void rejectsInvalidAttachments(@TempDir Path folder) {
        Path missing = folder.resolve("missing.txt");

        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(() -> AttachmentFile.fromFile(missing))
                .withMessageContaining("missing.txt")
                .matches(DomoIoException::requestNotSent);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttachmentFile.of("a", "text", new byte[0]))
                .withMessage("mediaType must be a media type such as text/plain: text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttachmentFile.of(" ", "text/plain", new byte[0]))
                .withMessage("name must not be blank");
    }

    @Test
    void rejectsABlankIdBeforeTheListIsRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.list(project, ""))
                .withMessage("listId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.list(""))
                .withMessage("projectId must not be blank");
    }

    private String create(String name) {
        return tasks.create(
                        project,
                        list,
                        CreateTaskRequest.builder().taskName(name).build())
                .id();
    }

    private long attach(String task) {
        return tasks.addAttachment(
                        project, list, task, AttachmentFile.of("permit.txt", "text/plain", "Permit".getBytes(UTF_8)))
                .id();
    }
}
