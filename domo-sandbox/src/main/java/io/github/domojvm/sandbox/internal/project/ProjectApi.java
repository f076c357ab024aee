package io.github.domojvm.sandbox.internal.project;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.people.PeopleApi;

/** The Projects and Tasks API. */
public final class ProjectApi {
    private final ProjectsState state;
    private final PeopleApi people;

    public ProjectApi(SandboxState state, ActivityLog activity, PeopleApi people) {
        this.state = new ProjectsState(state, activity);
        this.people = people;
    }

    public void addTo(Router router) {
        new ProjectResource(state, people).addTo(router);
        new ListResource(state).addTo(router);
        new TaskResource(state, people).addTo(router);
        new AttachmentResource(state).addTo(router);
    }
}
