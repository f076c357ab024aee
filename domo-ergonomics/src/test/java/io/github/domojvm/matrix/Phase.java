package io.github.domojvm.matrix;

/** The request of an upload or export that a fault applies to. */
enum Phase {
    /** The request for an access token. */
    T("POST", "/oauth/token"),
    /** The creation of the execution. */
    C("POST", "/v1/streams/*/executions"),
    /** The upload of the last part but one, or of the only part. */
    P("PUT", "/v1/streams/*/executions/*/part/*"),
    /** The commit. */
    M("PUT", "/v1/streams/*/executions/*/commit"),
    /** The state of the execution after the commit. */
    W("GET", "/v1/streams/*/executions/*"),
    /** The export to a file. */
    X("GET", "/v1/datasets/*/data"),
    /** The abort of an execution after a part was rejected. */
    A("PUT", "/v1/streams/*/executions/*/abort");

    private final String method;
    private final String path;

    Phase(String method, String path) {
        this.method = method;
        this.path = path;
    }

    Target target(Shape shape) {
        return new Target(method, this == P ? path.replace("part/*", "part/" + shape.faultyPart()) : path);
    }
}
