package io.github.domojvm.benchmarks.sdk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import okhttp3.Response;

/** Exports the DataSet to a file. Arguments: the URL, the id of the DataSet, the file, and optionally the rounds. */
public final class SdkExport {
    private static final int COPIED_BYTES = 1024;

    private SdkExport() {}

    /**
     * Exports once per round.
     *
     * @param args the URL, the id of the DataSet, the file, the rounds
     * @throws Exception if a request fails
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        try (Transport transport = new Transport(args[0])) {
            Stopwatch.measure(rounds, () -> export(transport, args[1], args[2]));
        }
    }

    private static void export(Transport transport, String id, String file) throws IOException {
        try (Response response = transport.get("/v1/datasets/" + id + "/data?includeHeader=true");
                InputStream in = response.body().byteStream();
                OutputStream out = new FileOutputStream(file)) {
            byte[] buffer = new byte[COPIED_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }
}
