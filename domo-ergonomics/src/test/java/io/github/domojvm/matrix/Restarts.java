package io.github.domojvm.matrix;

import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Effects of a process that was killed: the upload or export runs again, an upload with the journal that was left. */
final class Restarts {
    private Restarts() {}

    static void addTo(Map<String, Effect> effects) {
        effects.put(
                "dies before the request",
                (setup, none) -> die(setup, setup.on().stall()));
        effects.put(
                "dies after the request", (setup, none) -> die(setup, setup.on().performThenStall()));
        effects.put(
                "killed before the request",
                (setup, none) -> kill(setup, setup.on().stall()));
        effects.put(
                "killed after the request",
                (setup, none) -> kill(setup, setup.on().performThenStall()));
        effects.put(
                "killed in the response",
                (setup, none) -> kill(setup, setup.on().inResponseBody(10).stall()));
        effects.put("journal damaged", (setup, none) -> spoil(setup, Restarts::damage));
        effects.put("journal without its start", (setup, none) -> spoil(setup, Restarts::removeStart));
        effects.put("journal is a folder", (setup, none) -> spoil(setup, Restarts::replaceByFolder));
        effects.put("journal of another file", (setup, none) -> {
            Path journal = die(setup, setup.on().stall());
            setup.leaveEarlierRun();
            append(journal.resolveSibling("rows.csv"));
        });
    }

    private static void spoil(Setup setup, Consumer<Path> how) {
        Path journal = die(setup, setup.on().stall());
        setup.leaveEarlierRun();
        how.accept(journal);
    }

    private static Path die(Setup setup, Fault stalled) {
        Path csv = Sources.file(setup);
        Path journal = restart(setup);
        rejectFirstPart(setup);
        setup.earlier(new EarlierRun(setup.world, stalled, csv, setup.method, journal));
        setup.happened();
        return journal;
    }

    private static void kill(Setup setup, Fault stalled) {
        String[] arguments = Program.arguments(setup);
        if (setup.phase != Phase.X) {
            restart(setup);
            rejectFirstPart(setup);
        }
        setup.world.servers.proxy.faults().add(stalled);
        Process program = Program.start(setup.world, "", arguments);
        try {
            setup.world.servers.proxy.faults().awaitFired(stalled);
            program.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        setup.happened();
    }

    /** Lets the cell continue with the journal. */
    private static Path restart(Setup setup) {
        Path journal = setup.world.folder().resolve("upload.journal");
        setup.option(request -> request.journal(journal));
        setup.restart();
        return journal;
    }

    private static void rejectFirstPart(Setup setup) {
        if (setup.phase == Phase.A) {
            setup.world.servers.proxy.faults().add(Uploads.rejectFirstPart());
        }
    }

    private static void damage(Path journal) {
        change(journal, lines -> lines.set(1, lines.get(1).replaceFirst("[0-9]", "x")));
    }

    private static void removeStart(Path journal) {
        change(journal, lines -> lines.set(0, lines.get(0).substring(5)));
    }

    private static void change(Path journal, Consumer<List<String>> change) {
        try {
            List<String> lines = Arrays.asList(Files.readString(journal).split("\n"));
            change.accept(lines);
            Files.writeString(journal, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replaceByFolder(Path journal) {
        try {
            Files.delete(journal);
            Files.createDirectory(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file) {
        try {
            Files.write(file, "late,1\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
