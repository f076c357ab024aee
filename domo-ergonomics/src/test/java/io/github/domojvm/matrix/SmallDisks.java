package io.github.domojvm.matrix;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;

/** Effects of a disk on which the journal or the exported file does not fit. */
final class SmallDisks {
    private SmallDisks() {}

    static void addTo(Map<String, Effect> effects) {
        effects.put("file size limit", (setup, blocks) -> {
            setup.happened();
            setup.instead(
                    () -> Program.result(Program.start(setup.world, "ulimit -f " + blocks, Program.arguments(setup))));
        });
        effects.put("full disk", (setup, none) -> fill(setup));
    }

    private static void fill(Setup setup) {
        assumeTrue(Run.LONG, "part of the long matrix");
        Path disk = setup.world.folder();
        assumeTrue(Mounts.mount(disk), "this user may not mount a file system");
        setup.world.closeLater(() -> Mounts.unmount(disk));
        if (setup.phase == Phase.X) {
            setup.before(() -> Mounts.fill(disk, 0));
            return;
        }
        Sources.file(setup);
        setup.option(request -> request.journal(disk.resolve("upload.journal")));
        // In phase P, the journal fits until some parts are sent.
        Mounts.fill(disk, setup.phase == Phase.P ? 1 : 0);
        setup.happened();
    }
}
