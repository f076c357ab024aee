package io.github.domojvm.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Collects the results of the cells and writes them as a table. */
final class Results {
    static final Path FOLDER = Path.of("target", "reliability");
    private static final String HEADER = "fault\tname\tphase\tvariant\texpected\tresult\tfired\tnote";

    private final Map<String, String> names =
            Cells.faults().stream().collect(Collectors.toMap(FaultRow::id, FaultRow::name));
    private final List<String> lines = new CopyOnWriteArrayList<>();

    void add(Run run, String result, int fired) {
        Cell cell = run.cell();
        add(cell.fault(), cell.phase(), run.variant(), cell.expected(), result, String.valueOf(fired), cell.note());
    }

    void addNotRun(Run run, String reason) {
        Cell cell = run.cell();
        add(cell.fault(), cell.phase(), run.variant(), Cell.NOT_RUN, "", "0", reason);
    }

    /** Writes the cells that ran, those that are not run, and those that do not apply. */
    void write() throws IOException {
        Cells.all().stream()
                .filter(cell -> !cell.isRun())
                .forEach(
                        cell -> add(cell.fault(), cell.phase(), cell.variant(), cell.expected(), "", "0", cell.note()));
        for (FaultRow fault : Cells.faults()) {
            for (Phase phase : Phase.values()) {
                if (!fault.appliesTo(phase)) {
                    add(fault.id(), phase, "", "-", "", "0", "");
                }
            }
        }
        lines.add(0, HEADER);
        Files.write(Files.createDirectories(FOLDER).resolve("matrix.tsv"), lines);
    }

    private void add(String fault, Phase phase, String... rest) {
        lines.add(String.join("\t", fault, names.get(fault), phase.name(), String.join("\t", rest)));
    }
}
