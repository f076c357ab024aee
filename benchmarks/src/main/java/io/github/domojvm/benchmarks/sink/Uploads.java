package io.github.domojvm.benchmarks.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The executions of one run, under the options of the run. Thread-safe. */
final class Uploads {
    private final SinkOptions options;
    private final Slabs slabs;
    private final Line line;
    private final List<Execution> executions = Collections.synchronizedList(new ArrayList<>());
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger puts = new AtomicInteger();

    Uploads(SinkOptions options, Slabs slabs) {
        this.options = options;
        this.slabs = slabs;
        this.line = new Line(options.bytesPerSecond());
    }

    SinkOptions options() {
        return options;
    }

    Line line() {
        return line;
    }

    Body newBody() {
        return new Body(slabs);
    }

    void broken(IOException failure) {
        broken.add(failure.toString());
    }

    boolean keeps(Body body) {
        return executions.stream().anyMatch(execution -> execution.keeps(body));
    }

    void release() {
        executions.forEach(Execution::release);
    }

    /** Responds to {@code /v1/streams/...}. */
    Response respond(Request request, Body body) {
        List<String> path = request.path();
        if (path.size() == 3) {
            return Response.json(200, Descriptions.stream());
        }
        if (path.size() == 4) {
            return request.method().equals("POST") ? open() : Response.json(200, "[]");
        }
        Execution execution = executions.get(Integer.parseInt(path.get(4)) - 1);
        if (path.size() == 5) {
            return execution.json();
        }
        return path.get(5).equals("commit") ? execution.commit() : part(execution, request, body);
    }

    private synchronized Response open() {
        Execution execution = new Execution(executions.size() + 1);
        executions.add(execution);
        return execution.json();
    }

    private Response part(Execution execution, Request request, Body body) {
        boolean fail = options.failEvery() > 0 && puts.incrementAndGet() % options.failEvery() == 0;
        return execution.put(Integer.parseInt(request.path().get(6)), body, request.isGzip(), fail);
    }

    SinkReport check() {
        return SinkReport.of(List.copyOf(executions), List.copyOf(broken));
    }
}
