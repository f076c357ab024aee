package io.github.domojvm.benchmarks.harness;

import io.github.domojvm.benchmarks.data.DataFile;
import io.github.domojvm.benchmarks.sink.SinkOptions;
import io.github.domojvm.benchmarks.sink.SinkReport;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A sink in a process of its own. */
final class SinkProcess implements Closeable {
    private final Process process;
    private final String url;

    private SinkProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static SinkProcess start(List<String> java, DataFile file) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.add(file.path().toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String url = out.readLine();
        if (url == null) {
            throw new IOException("The sink did not start");
        }
        return new SinkProcess(process, url);
    }

    String url() {
        return url;
    }

    void reset(SinkOptions options) {
        get("/sink/reset?" + options.toQuery());
    }

    SinkReport report() {
        return SinkReport.parse(get("/sink/check"));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }

    private String get(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + path).toURL().openConnection();
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
