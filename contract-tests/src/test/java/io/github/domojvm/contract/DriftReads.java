package io.github.domojvm.contract;

import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.QueryRequest;
import io.github.domojvm.rest.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads lists of a service and their first elements, without changing anything. */
final class DriftReads {
    private static final int FEW = 5;

    private final DriftCaller caller;
    private final DomoRest api;

    private DriftReads(DriftCaller caller) {
        this.caller = caller;
        this.api = caller.api();
    }

    static void run(DriftCaller caller) {
        DriftReads reads = new DriftReads(caller);
        reads.dataSets();
        reads.streams();
        reads.people();
        reads.pages();
        reads.cards();
        reads.accounts();
        reads.projects();
        caller.call(reads.api.actions().listApiActions());
        reads.buzz();
    }

    private void dataSets() {
        caller.first(api.dataSets().listDataSets(FEW, 0, null, null))
                .map(DataSet::id)
                .ifPresent(id -> {
                    caller.call(api.dataSets().getDataSet(id));
                    caller.call(api.dataSets()
                            .queryDataSet(
                                    id,
                                    QueryRequest.builder()
                                            .sql("SELECT * FROM table LIMIT 1")
                                            .build()));
                    caller.first(api.policies().listPolicies(id))
                            .ifPresent(policy -> caller.call(api.policies().getPolicy(id, policy.id())));
                });
    }

    private void streams() {
        caller.first(api.streams().listStreams(FEW, 0, "all")).ifPresent(stream -> {
            caller.call(api.streams().getStream(stream.id(), null));
            caller.call(api.streams()
                    .searchStreams("dataSource.id:" + stream.dataSet().id(), "all"));
            caller.first(api.streams().listExecutions(stream.id(), FEW, 0))
                    .ifPresent(execution -> caller.call(api.streams().getExecution(stream.id(), execution.id())));
        });
    }

    private void people() {
        caller.first(api.users().listUsers(FEW, 0)).ifPresent(user -> {
            caller.call(api.users().getUser(user.id()));
            caller.call(api.users().findUsersByEmail(List.of(user.email())));
        });
        caller.first(api.groups().listGroups(FEW, 0)).ifPresent(group -> {
            caller.call(api.groups().getGroup(group.id()));
            caller.call(api.groups().listGroupUsers(group.id(), FEW, 0));
        });
        long yesterday = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
        caller.call(api.activityLog().listActivityLogEntries(null, yesterday, null, FEW, 0));
    }

    private void pages() {
        caller.first(api.pages().listPages(FEW, 0)).ifPresent(page -> {
            caller.call(api.pages().getPage(page.id()));
            caller.call(api.pages().listPageCollections(page.id()));
        });
    }

    private void cards() {
        caller.call(api.cards().listCards(FEW, 0))
                .flatMap(list -> list.cards().stream().findFirst())
                .ifPresent(card -> {
                    caller.call(api.cards().getCard(card.cardUrn()));
                    caller.call(api.cards().getChartDefinition(card.cardUrn()));
                    caller.call(api.cards().getDrillPath(card.cardUrn()));
                });
    }

    private void accounts() {
        caller.first(api.accounts().listAccounts(FEW, 0))
                .ifPresent(account -> caller.call(api.accounts().getAccount(account.id())));
        caller.first(api.accounts().listAccountTypes(FEW, 0))
                .ifPresent(type -> caller.call(api.accounts().getAccountType(type.id())));
    }

    private void buzz() {
        caller.call(api.buzz().listBuzzIntegrations())
                .flatMap(list -> list.integrations().stream().findFirst())
                .ifPresent(integration -> {
                    caller.call(api.buzz().getBuzzIntegration(integration.id()));
                    caller.call(api.buzz().listBuzzSubscriptions(integration.id()));
                });
    }

    private void projects() {
        caller.call(api.projects().listProjects(FEW, 0)).stream()
                .flatMap(List::stream)
                .forEach(project -> project(project.id()));
    }

    private void project(String id) {
        caller.call(api.projects().getProject(id));
        caller.call(api.projects().getProjectMembers(id));
        caller.first(api.projects().listProjectLists(id)).ifPresent(list -> {
            caller.call(api.projects().getProjectList(id, list.id()));
            caller.call(api.tasks().listTasks(id, list.id(), FEW, 0));
        });
        caller.first(api.tasks().listProjectTasks(id, FEW, 0)).ifPresent(this::task);
    }

    private void task(Task task) {
        caller.call(api.tasks().getTask(task.projectId(), task.projectListId(), task.id()));
        caller.call(api.tasks().listAttachments(task.projectId(), task.projectListId(), task.id()));
    }
}
