// Draws each docs/diagrams/*.dot as SVG into the folder given as the argument.
import { instance } from "@viz-js/viz";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const sources = fileURLToPath(new URL("../../../../docs/diagrams/", import.meta.url));
const target = process.argv[2];
const viz = await instance();

for (const file of readdirSync(sources).filter((name) => name.endsWith(".dot"))) {
    const svg = viz.renderString(readFileSync(join(sources, file), "utf8"), { format: "svg" });
    writeFileSync(join(target, basename(file, ".dot") + ".svg"), svg);
}
