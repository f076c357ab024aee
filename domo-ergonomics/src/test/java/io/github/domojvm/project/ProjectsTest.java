package io.github.domojvm.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.CreateProjectListRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.Project;
import io.github.domojvm.rest.model.ProjectList;
import io.github.domojvm.rest.model.ProjectListType;
import io.github.domojvm.sandbox.DomoSandbox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProjectsTest {
    private static final long OWNER = 730_114;

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Projects projects = domo.facade(Projects.class);

    @Test
    void listReadsAllPages() {
        IntStream.range(0, 51).forEach(i -> create("Project " + i));

        assertThat(projects.list()).extracting(Project::name).contains("Project 0", "Project 50");
    }

    @Test
    void unknownProjectIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> projects.get("99"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> projects.update("99", change -> change.name("Pier")));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> projects.members("99"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> projects.lists("99"));
        assertThat(projects.find("99")).isEmpty();
    }

    @Test
    void readsThePersonalProjectAsMe() {
        Project personal = projects.get("me");

        assertThat(personal.id()).isNotEqualTo("me");
        assertThat(projects.find("me")).contains(personal);
        assertThat(projects.update("me", change -> change.description("Mine")).id())
                .isEqualTo(personal.id());
    }

    @Test
    void updatingTheNamePreservesTheOtherMembers() {
        String id = create("Pier").id();

        Project updated = projects.update(id, change -> change.name("New pier"));

        assertThat(projects.get(id)).isEqualTo(updated);
        assertThat(updated.name()).isEqualTo("New pier");
        assertThat(updated.description()).isEqualTo("Plans");
        assertThat(updated.isPublic()).isTrue();
        assertThat(updated.members()).containsExactly(OWNER);
    }

    @Test
    void deleteReturnsWhetherSomethingWasDeleted() {
        String id = create("Pier").id();

        assertThat(projects.delete(id)).isTrue();
        assertThat(projects.delete(id)).isFalse();
    }

    @Test
    void setMembersReplacesTheExistingMembers() {
        String id = create("Pier").id();

        projects.setMembers(id, List.of());

        assertThat(projects.members(id)).isEmpty();

        projects.setMembers(id, List.of(OWNER));

        assertThat(projects.members(id)).containsExactly(OWNER);
    }

    @Test
    void updatingAListPreservesItsTypeAndPosition() {
        String id = create("Pier").id();
        ProjectList list = projects.createList(
                id,
                CreateProjectListRequest.builder()
                        .name("Permits")
                        .type(ProjectListType.WORKING_ON)
                        .index(2)
                        .build());

        ProjectList updated = projects.updateList(id, list.id(), change -> change.name("All permits"));

        assertThat(projects.getList(id, list.id()).name()).isEqualTo("All permits");
        assertThat(updated.type()).isEqualTo(ProjectListType.WORKING_ON);
        assertThat(updated.index()).isEqualTo(2);
        assertThat(projects.lists(id)).extracting(ProjectList::name).contains("All permits");
    }

    @Test
    void unknownListIsNotFound() {
        String id = create("Pier").id();

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> projects.getList(id, "99"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> projects.updateList(id, "99", change -> change.name("Permits")));
        assertThat(projects.findList(id, "99")).isEmpty();
    }

    @Test
    void deleteListReturnsWhetherSomethingWasDeleted() {
        String id = create("Pier").id();
        String list = projects.lists(id).get(0).id();

        assertThat(projects.findList(id, list)).isPresent();
        assertThat(projects.deleteList(id, list)).isTrue();
        assertThat(projects.deleteList(id, list)).isFalse();
    }

    @Test
    void rejectsABlankIdBeforeAnyRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> projects.deleteList("1", ""))
                .withMessage("listId must not be blank");
        assertThat(sandbox.requests()).isEmpty();
    }

    private Project create(String name) {
        return projects.create(CreateProjectRequest.builder()
                .name(name)
                .description("Plans")
                .members(List.of(OWNER))
                .isPublic(true)
                .build());
    }
}
