package io.github.domojvm.sandbox.internal.project;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.people.PeopleApi;

/** The Projects and Tasks API. */
public final class ProjectApi {
    private final ProjectsState state;
    private final PeopleApi people;
    private final boolean membersAndPublicRequired;

    public ProjectApi(SandboxState state, ActivityLog activity, PeopleApi people, boolean membersAndPublicRequired) {
        this.state = new ProjectsState(state, activity);
        this.people = people;
        this.membersAndPublicRequired = membersAndPublicRequired;
    }

    public void addTo(Router router) {
        new ProjectResource(state, people, membersAndPublicRequired).addTo(router);
        new ListResource(state).addTo(router);
        new TaskResource(state, people).addTo(router);
        new AttachmentResource(state).addTo(router);
    }
}
