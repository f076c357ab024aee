package io.github.domojvm.benchmarks.sink;

import io.github.domojvm.benchmarks.data.DataFile;
import java.io.IOException;
import java.util.List;

/** Routes requests. */
final class Service {
    private static final String TOKEN =
            "{\"access_token\":\"marker-benchmark\",\"token_type\":\"bearer\",\"expires_in\":3599,\"scope\":\"data\","
                    + "\"customer\":\"northwind\",\"env\":\"prod2\",\"userId\":730114,\"role\":\"Admin\"}";

    private final DataFile file;
    private final Slabs slabs = new Slabs();
    private final Response dataSet;
    private final Response fullPage = Response.json(200, Descriptions.list());
    private final Response emptyPage = Response.json(200, "[]");
    private volatile Uploads uploads;

    Service(DataFile file) {
        this.file = file;
        this.dataSet = Response.json(200, Descriptions.dataSet(file.rows()));
        this.uploads = new Uploads(SinkOptions.DIRECT, slabs);
    }

    Uploads uploads() {
        return uploads;
    }

    void broken(IOException failure) {
        uploads.broken(failure);
    }

    Response respond(Request request, Body body) {
        List<String> path = request.path();
        Response response = switch (path.get(0)) {
            case "oauth" -> Response.json(200, TOKEN);
            case "sink" -> control(path.get(1), request);
            default -> path.get(1).equals("streams") ? uploads.respond(request, body) : dataSets(request);
        };
        if (!uploads.keeps(body)) {
            body.release();
        }
        return response;
    }

    /** Begins a run, or checks what was received since. */
    private Response control(String action, Request request) {
        if (action.equals("reset")) {
            uploads.release();
            uploads = new Uploads(SinkOptions.parse(request.query()), slabs);
            return Response.text("");
        }
        return Response.text(uploads.check().toText());
    }

    private Response dataSets(Request request) {
        List<String> path = request.path();
        if (path.size() == 2) {
            return request.query().getOrDefault("offset", "0").equals("0") ? fullPage : emptyPage;
        }
        if (path.size() == 3) {
            return dataSet;
        }
        boolean header = "true".equals(request.query().get("includeHeader"));
        return Response.csv(header ? Descriptions.header() : "", file.path());
    }
}
