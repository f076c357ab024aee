package io.github.domojvm.contract;

import io.github.domojvm.account.Accounts;
import io.github.domojvm.action.ApiActions;
import io.github.domojvm.activity.ActivityFilter;
import io.github.domojvm.activity.ActivityLog;
import io.github.domojvm.auth.ApiClients;
import io.github.domojvm.buzz.Buzz;
import io.github.domojvm.card.Cards;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.dataset.ExportOptions;
import io.github.domojvm.dataset.ListDataSetsOptions;
import io.github.domojvm.embed.EmbedTokens;
import io.github.domojvm.group.Groups;
import io.github.domojvm.page.Pages;
import io.github.domojvm.pdp.Policies;
import io.github.domojvm.project.AttachmentFile;
import io.github.domojvm.project.Projects;
import io.github.domojvm.project.Tasks;
import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.CreateBuzzIntegrationRequest;
import io.github.domojvm.rest.model.CreateBuzzSubscriptionRequest;
import io.github.domojvm.rest.model.CreateClientRequest;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateGroupRequest;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.CreateProjectListRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.EmbedTokenRequest;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.simple.Simple;
import io.github.domojvm.stream.Executions;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.user.Users;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The principal public method of the client for each operation. Other methods may also call the operation. The token
 * operation has no method, because the client calls it when it needs a token.
 */
final class FacadeMethods {
    /** A method that is looked up by reflection. */
    record FacadeMethod(String operationId, Class<?> facade, String name, List<Class<?>> parameters) {
        /** Returns the method name as in {@link ClientCall#how()}, without details. */
        String how() {
            return facade.getSimpleName() + "." + name;
        }

        @Override
        public String toString() {
            return operationId + " by " + how();
        }
    }

    private static final Class<UnaryOperator> CHANGE = UnaryOperator.class;

    static final List<FacadeMethod> ALL = List.of(
            method("createClient", ApiClients.class, "create", String.class, String.class, CreateClientRequest.class),
            method("createDataSet", DataSets.class, "create", CreateDataSetRequest.class),
            method("listDataSets", DataSets.class, "list", ListDataSetsOptions.class),
            method("getDataSet", DataSets.class, "get", String.class),
            method("updateDataSet", DataSets.class, "update", String.class, CHANGE),
            method("deleteDataSet", DataSets.class, "delete", String.class),
            method("importData", DataSets.class, "importCsv", String.class, CsvSource.class, UpdateMethod.class),
            method("exportData", DataSets.class, "export", String.class, Path.class, ExportOptions.class),
            method("queryDataSet", DataSets.class, "query", String.class, String.class, Object[].class),
            method("listPolicies", Policies.class, "list", String.class),
            method("createPolicy", Policies.class, "create", String.class, CreatePolicyRequest.class),
            method("getPolicy", Policies.class, "get", String.class, long.class),
            method("updatePolicy", Policies.class, "update", String.class, long.class, CHANGE),
            method("deletePolicy", Policies.class, "delete", String.class, long.class),
            method("createSimpleDataSet", Simple.class, "create", CreateSimpleDataSetRequest.class),
            method("importJson", Simple.class, "importJson", String.class, List.class, UpdateMethod.class),
            method("createStream", Streams.class, "create", CreateStreamRequest.class),
            method("listStreams", Streams.class, "list"),
            method("searchStreams", Streams.class, "search", String.class),
            method("getStream", Streams.class, "get", long.class),
            method("updateStream", Streams.class, "update", long.class, UpdateMethod.class),
            method("deleteStream", Streams.class, "delete", long.class),
            method("createExecution", Executions.class, "create", long.class, UpdateMethod.class),
            method("listExecutions", Executions.class, "list", long.class),
            method("getExecution", Executions.class, "get", long.class, long.class),
            method("uploadPart", Executions.class, "uploadPart", long.class, long.class, long.class, CsvSource.class),
            method("commitExecution", Executions.class, "commit", long.class, long.class),
            method("abortExecution", Executions.class, "abort", long.class, long.class),
            method("abortCurrentExecution", Executions.class, "abortCurrent", long.class),
            method("listUsers", Users.class, "list"),
            method("createUser", Users.class, "create", CreateUserRequest.class),
            method("getUser", Users.class, "get", long.class),
            method("updateUser", Users.class, "update", long.class, CHANGE),
            method("deleteUser", Users.class, "delete", long.class),
            method("findUsersByEmail", Users.class, "searchByEmail", Collection.class),
            method("listGroups", Groups.class, "list"),
            method("createGroup", Groups.class, "create", CreateGroupRequest.class),
            method("getGroup", Groups.class, "get", long.class),
            method("updateGroup", Groups.class, "update", long.class, CHANGE),
            method("deleteGroup", Groups.class, "delete", long.class),
            method("listGroupUsers", Groups.class, "users", long.class),
            method("addGroupUser", Groups.class, "addUser", long.class, long.class),
            method("removeGroupUser", Groups.class, "removeUser", long.class, long.class),
            method("listPages", Pages.class, "list"),
            method("createPage", Pages.class, "create", CreatePageRequest.class),
            method("getPage", Pages.class, "get", long.class),
            method("updatePage", Pages.class, "update", long.class, CHANGE),
            method("deletePage", Pages.class, "delete", long.class),
            method("listPageCollections", Pages.class, "collections", long.class),
            method(
                    "createPageCollection",
                    Pages.class,
                    "createCollection",
                    long.class,
                    CreatePageCollectionRequest.class),
            method("updatePageCollection", Pages.class, "updateCollection", long.class, long.class, CHANGE),
            method("deletePageCollection", Pages.class, "deleteCollection", long.class, long.class),
            method("listCards", Cards.class, "list"),
            method("getCard", Cards.class, "get", String.class),
            method("createChartCard", Cards.class, "create", CardDefinition.class),
            method("getChartDefinition", Cards.class, "getDefinition", String.class),
            method("updateChartDefinition", Cards.class, "updateDefinition", String.class, CHANGE),
            method("addDrillView", Cards.class, "addDrillView", String.class, CardDefinition.class),
            method("getDrillPath", Cards.class, "getDrillPath", String.class),
            method("createCardEmbedToken", EmbedTokens.class, "createForCards", EmbedTokenRequest.class),
            method("createDashboardEmbedToken", EmbedTokens.class, "createForDashboards", EmbedTokenRequest.class),
            method(
                    "createDashboardEmbedTokenByAlias",
                    EmbedTokens.class,
                    "createForDashboardsByAlias",
                    EmbedTokenRequest.class),
            method("listActivityLogEntries", ActivityLog.class, "list", ActivityFilter.class),
            method("listAccounts", Accounts.class, "list"),
            method("createAccount", Accounts.class, "create", CreateAccountRequest.class),
            method("getAccount", Accounts.class, "get", String.class),
            method("updateAccount", Accounts.class, "update", String.class, CHANGE),
            method("deleteAccount", Accounts.class, "delete", String.class),
            method("shareAccount", Accounts.class, "share", String.class, long.class),
            method("listAccountTypes", Accounts.class, "listTypes"),
            method("getAccountType", Accounts.class, "getType", String.class),
            method("listApiActions", ApiActions.class, "list"),
            method("processApiAction", ApiActions.class, "process", String.class, String.class, String.class),
            method("listBuzzIntegrations", Buzz.class, "list"),
            method("createBuzzIntegration", Buzz.class, "create", CreateBuzzIntegrationRequest.class),
            method("getBuzzIntegration", Buzz.class, "get", String.class),
            method("deleteBuzzIntegration", Buzz.class, "delete", String.class),
            method("listBuzzSubscriptions", Buzz.class, "subscriptions", String.class),
            method(
                    "createBuzzSubscription",
                    Buzz.class,
                    "createSubscription",
                    String.class,
                    CreateBuzzSubscriptionRequest.class),
            method("deleteBuzzSubscription", Buzz.class, "deleteSubscription", String.class, String.class),
            method("listProjects", Projects.class, "list"),
            method("createProject", Projects.class, "create", CreateProjectRequest.class),
            method("getProject", Projects.class, "get", String.class),
            method("updateProject", Projects.class, "update", String.class, CHANGE),
            method("deleteProject", Projects.class, "delete", String.class),
            method("getProjectMembers", Projects.class, "members", String.class),
            method("setProjectMembers", Projects.class, "setMembers", String.class, Collection.class),
            method("listProjectLists", Projects.class, "lists", String.class),
            method("createProjectList", Projects.class, "createList", String.class, CreateProjectListRequest.class),
            method("getProjectList", Projects.class, "getList", String.class, String.class),
            method("updateProjectList", Projects.class, "updateList", String.class, String.class, CHANGE),
            method("deleteProjectList", Projects.class, "deleteList", String.class, String.class),
            method("listProjectTasks", Tasks.class, "list", String.class),
            method("listTasks", Tasks.class, "list", String.class, String.class),
            method("createTask", Tasks.class, "create", String.class, String.class, CreateTaskRequest.class),
            method("getTask", Tasks.class, "get", String.class, String.class, String.class),
            method("updateTask", Tasks.class, "update", String.class, String.class, String.class, CHANGE),
            method("deleteTask", Tasks.class, "delete", String.class, String.class, String.class),
            method("listAttachments", Tasks.class, "attachments", String.class, String.class, String.class),
            method(
                    "addAttachment",
                    Tasks.class,
                    "addAttachment",
                    String.class,
                    String.class,
                    String.class,
                    AttachmentFile.class),
            method(
                    "downloadAttachment",
                    Tasks.class,
                    "downloadAttachment",
                    String.class,
                    String.class,
                    String.class,
                    long.class),
            method("deleteAttachment", Tasks.class, "deleteAttachment", String.class, String.class, long.class));

    private FacadeMethods() {}

    private static FacadeMethod method(String operationId, Class<?> facade, String name, Class<?>... parameters) {
        return new FacadeMethod(operationId, facade, name, List.of(parameters));
    }
}
