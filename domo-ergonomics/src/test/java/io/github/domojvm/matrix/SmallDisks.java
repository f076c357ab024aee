package io.github.domojvm.matrix;

import java.util.Map;

/** Effects of a disk on which the journal or the exported file does not fit. */
final class SmallDisks {
    private SmallDisks() {}

    static void addTo(Map<String, Effect> effects) {
        effects.put("file size limit", (setup, blocks) -> {
            setup.happened();
            setup.instead(() -> Program.result(
                    Program.start(setup.world, "ulimit -f " + blocks, Program.arguments(setup))));
        });
    }
}
