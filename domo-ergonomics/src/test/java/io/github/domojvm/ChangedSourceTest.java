package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvDialect;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import io.github.domojvm.schema.SchemaInference;
import io.github.domojvm.stream.UploadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source that changes between the first read and the final request, for every method of loading. */
class ChangedSourceTest {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().longColumn("n").stringColumn("text").build();
    private static final String MORE_THAN_8_MIB = ("1," + "x".repeat(150) + "\n").repeat(60_000);
    private static final CsvDialect DIALECT = CsvDialect.defaults();

    @TempDir
    Path folder;

    private final DomoSandbox sandbox = DomoSandbox.start();
    private Path file;
    private DomoClient domo;
    private DomoStream stream;
    private String id;
    /** The operation after whose response another row is appended to the file. */
    private volatile String growsAfter = "";

    @BeforeEach
    void start() {
        file = folder.resolve("rows.csv");
        domo = DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(sandbox.url().toString())
                .callListener(new CallListener() {
                    @Override
                    public void attempted(CallAttempt attempt) {
                        if (attempt.operation().equals(growsAfter)) {
                            write("2,late\n", StandardOpenOption.APPEND);
                        }
                    }
                })
                .build();
        stream = domo.streams().create("Changing", SCHEMA, UpdateMethod.REPLACE);
        id = stream.dataSet().id();
    }

    @AfterEach
    void stop() {
        domo.close();
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACE", "APPEND"})
    void loadFailsWhenAConvertedFileGrowsAfterItWasMeasured(UpdateMethod method) {
        write(MORE_THAN_8_MIB);
        growsAfter = "searchStreams";

        assertRejected(() -> domo.load(id, converted(), method), "changed after it was first read");
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACE", "APPEND"})
    void loadFailsWhenAConvertedFileGrowsWhilePartsAreSent(UpdateMethod method) {
        write(MORE_THAN_8_MIB);
        growsAfter = "uploadPart";

        assertRejected(() -> domo.load(id, converted(), method), "changed while it was read");
    }

    @Test
    void loadsAllRowsOfAConvertedFileThatDoesNotChange() {
        write(MORE_THAN_8_MIB);

        assertThat(domo.load(id, converted(), UpdateMethod.REPLACE).rows()).isEqualTo(60_000);
        assertThat(sandbox.rowCount(id)).isEqualTo(60_000);
    }

    @Test
    void loadWithoutAStreamFailsWhenTheFileGrowsAfterItWasMeasured() {
        String plain = domo.dataSets().create("Plain", SCHEMA).id();
        write(MORE_THAN_8_MIB);
        growsAfter = "searchStreams";

        assertRejected(() -> domo.load(plain, converted(), UpdateMethod.REPLACE), "changed after it was first read");
        write(MORE_THAN_8_MIB);
        assertRejected(
                () -> domo.load(plain, CsvSource.fromFile(file), UpdateMethod.REPLACE),
                "changed after it was first read");
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACE", "APPEND"})
    void importFailsWhenTheFileGrowsBeforeTheRequest(UpdateMethod method) {
        write("1,a\n");
        growsAfter = "getDataSet";

        assertRejected(
                () -> domo.dataSets().importCsv(id, CsvSource.fromFile(file), method), "changed while it was read");
        assertRejected(() -> domo.dataSets().importCsv(id, converted(), method), "changed while it was read");
    }

    @Test
    void uploadPartFailsWhenTheFileGrowsBeforeTheRequest() {
        long execution = domo.executions().create(stream.id()).id();
        write("1,a\n");
        growsAfter = "getDataSet";

        assertRejected(
                () -> domo.executions().uploadPart(stream.id(), execution, 1, CsvSource.fromFile(file)),
                "changed while it was read");
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACE", "APPEND"})
    void uploadIsNotCommittedWhenTheFileGrows(UpdateMethod method) {
        write("1,a\n");
        growsAfter = "uploadPart";

        assertRejected(
                () -> domo.streams()
                        .upload(stream.id(), CsvSource.fromFile(file), method)
                        .await(),
                "changed while it was read");
        assertRejected(
                () -> domo.streams().upload(stream.id(), converted(), method).await(), "changed while it was read");
    }

    @Test
    void detectsAReplacedFileOfTheSameSizeAndTime() throws IOException {
        write("1,a\n");
        CsvSource source = CsvSource.fromFile(file);
        Object before = source.mark();
        Path other = Files.writeString(folder.resolve("other.csv"), "1,b\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(source.mark().equals(before)).isEqualTo(key == null);
    }

    @Test
    void reportsATruncatedFileAsChangedAndNotAsInvalidCsv() {
        write("1,a\n2,\"b\"\n");
        CsvSource shrinking = CsvDialect.defaults()
                .charset(new Hook(() -> write("1,a\n2,\"b")))
                .convert(CsvSource.fromFile(file));
        long execution = domo.executions().create(stream.id()).id();
        List<ThrowingCallable> routes = List.of(
                () -> domo.load(id, shrinking, UpdateMethod.REPLACE),
                () -> domo.dataSets().importCsv(id, shrinking, UpdateMethod.REPLACE),
                () -> domo.executions().uploadPart(stream.id(), execution, 1, shrinking),
                () -> domo.streams()
                        .upload(UploadRequest.builder(stream.id(), shrinking, UpdateMethod.REPLACE)
                                .abortOpenExecution()
                                .build())
                        .await(),
                () -> SchemaInference.infer(shrinking));

        for (ThrowingCallable route : routes) {
            write("1,a\n2,\"b\"\n");
            assertRejected(route, "changed while it was read");
        }
    }

    @Test
    void inferFailsWhenTheFileGrows() {
        write("n,text\n1,a\n");
        CsvSource growing = CsvDialect.defaults()
                .charset(new Hook(() -> write("x,late\n", StandardOpenOption.APPEND)))
                .convert(CsvSource.fromFile(file));

        assertThatThrownBy(() -> SchemaInference.infer(growing))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("changed while it was read")
                .hasMessageContaining("Retry when no program writes to it");
    }

    @Test
    void unchangedSinceRejectsALaterVersionOfTheFile() throws IOException {
        write("n,text\n1,a\n");
        CsvSource source = CsvSource.fromFile(file).withHeader();
        CsvSource unchanged = source.unchangedSince(source.mark());

        assertThat(domo.dataSets().importCsv(id, unchanged, UpdateMethod.REPLACE))
                .isEqualTo(1);
        write("n,text\n1,a\n2,b\n");
        assertThatThrownBy(() -> domo.dataSets().importCsv(id, unchanged, UpdateMethod.APPEND))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("changed after it was first read");
        assertThat(domo.dataSets().importCsv(id, source, UpdateMethod.REPLACE)).isEqualTo(2);
    }

    private CsvSource converted() {
        return DIALECT.convert(CsvSource.fromFile(file));
    }

    private void assertRejected(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(DomoException.class).hasMessageContaining(message);
        assertThat(sandbox.requests())
                .noneMatch(request ->
                        request.path().endsWith("/commit") || request.path().endsWith("/data"));
        assertThat(sandbox.rowCount(id)).isZero();
    }

    private void write(String text, StandardOpenOption... options) {
        try {
            Files.writeString(file, text, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 that runs an action when a reader was opened and has read nothing yet. */
    private static final class Hook extends Charset {
        private final Runnable opened;

        Hook(Runnable opened) {
            super("x-hook", new String[0]);
            this.opened = opened;
        }

        @Override
        public boolean contains(Charset other) {
            return StandardCharsets.UTF_8.contains(other);
        }

        @Override
        public CharsetDecoder newDecoder() {
            opened.run();
            return StandardCharsets.UTF_8.newDecoder();
        }

        @Override
        public CharsetEncoder newEncoder() {
            return StandardCharsets.UTF_8.newEncoder();
        }
    }
}
