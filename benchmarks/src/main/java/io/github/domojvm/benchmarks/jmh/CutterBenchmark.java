package io.github.domojvm.benchmarks.jmh;

import io.github.domojvm.internal.parts.Part;
import io.github.domojvm.internal.parts.PartCutter;
import io.github.domojvm.internal.parts.PartOptions;
import io.github.domojvm.internal.parts.PendingPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Finds the ends of records and cuts parts on one thread. Without compression, the scanner dominates; with level 1 and
 * 6, the compressor.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CutterBenchmark {
    /**
     * Cuts without compression.
     *
     * @param data the file
     * @return the records
     * @throws IOException if cutting fails
     */
    @Benchmark
    public long scan(SampleData data) throws IOException {
        return cut(data, PartOptions.builder().gzipLevel(0).build());
    }

    /**
     * Cuts and compresses with level 1.
     *
     * @param data the file
     * @return the records
     * @throws IOException if cutting fails
     */
    @Benchmark
    public long compressFast(SampleData data) throws IOException {
        return cut(data, PartOptions.builder().gzipLevel(1).build());
    }

    /**
     * Cuts and compresses with level 6.
     *
     * @param data the file
     * @return the records
     * @throws IOException if cutting fails
     */
    @Benchmark
    public long compressSmall(SampleData data) throws IOException {
        return cut(data, PartOptions.builder().gzipLevel(6).build());
    }

    private static long cut(SampleData data, PartOptions options) throws IOException {
        long records = 0;
        try (PartCutter cutter = new PartCutter(new ByteArrayInputStream(data.bytes()), options, Runnable::run)) {
            for (PendingPart pending = cutter.next(); pending != null; pending = cutter.next()) {
                Part part = pending.ready().join();
                part.writeTo(OutputStream.nullOutputStream());
                records += part.records();
            }
        }
        return records;
    }
}
