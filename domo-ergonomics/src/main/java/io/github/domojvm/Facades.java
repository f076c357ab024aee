package io.github.domojvm;

import io.github.domojvm.account.Accounts;
import io.github.domojvm.action.ApiActions;
import io.github.domojvm.activity.ActivityLog;
import io.github.domojvm.auth.ApiClients;
import io.github.domojvm.buzz.Buzz;
import io.github.domojvm.card.Cards;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.embed.EmbedTokens;
import io.github.domojvm.group.Groups;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.page.Pages;
import io.github.domojvm.pdp.Policies;
import io.github.domojvm.project.Projects;
import io.github.domojvm.project.Tasks;
import io.github.domojvm.simple.Simple;
import io.github.domojvm.stream.Executions;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.user.Users;

/** The facades of a client. */
record Facades(
        DataSets dataSets,
        Streams streams,
        Executions executions,
        Policies policies,
        Users users,
        Groups groups,
        Pages pages,
        ActivityLog activityLog,
        Cards cards,
        EmbedTokens embedTokens,
        Projects projects,
        Tasks tasks,
        Accounts accounts,
        Simple simple,
        ApiActions apiActions,
        Buzz buzz,
        ApiClients apiClients) {

    static Facades of(ClientContext context) {
        return new Facades(
                FacadeFactory.create(DataSets.class, context),
                FacadeFactory.create(Streams.class, context),
                FacadeFactory.create(Executions.class, context),
                FacadeFactory.create(Policies.class, context),
                FacadeFactory.create(Users.class, context),
                FacadeFactory.create(Groups.class, context),
                FacadeFactory.create(Pages.class, context),
                FacadeFactory.create(ActivityLog.class, context),
                FacadeFactory.create(Cards.class, context),
                FacadeFactory.create(EmbedTokens.class, context),
                FacadeFactory.create(Projects.class, context),
                FacadeFactory.create(Tasks.class, context),
                FacadeFactory.create(Accounts.class, context),
                FacadeFactory.create(Simple.class, context),
                FacadeFactory.create(ApiActions.class, context),
                FacadeFactory.create(Buzz.class, context),
                FacadeFactory.create(ApiClients.class, context));
    }
}
