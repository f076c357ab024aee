package io.github.domojvm.cli.kill;

/**
 * A moment in the processing of a request.
 *
 * @param run the number of the process that sent it, from 1
 * @param phase the moment
 * @param method the HTTP method
 * @param path the path
 */
record RequestEvent(int run, Phase phase, String method, String path) {
    enum Phase {
        /** The request has arrived, and the service has not seen it. */
        ARRIVED,
        /** The service has performed the request, and the client has no response. */
        PERFORMED
    }

    @Override
    public String toString() {
        return method + " " + path + " " + phase;
    }
}
