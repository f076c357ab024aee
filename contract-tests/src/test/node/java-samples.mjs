// Reads the Java samples of the API reference from their sources, which the tests compile.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SAMPLE = /^    void (\w+)\((DomoClient domo|RestAccess rest)\b[^)]*\)[^{]*\{\n([\s\S]*?)\n    \}$/gm;

/** Returns the text of the samples by operationId, in the order of the sources: `facade` and `rest`. */
export function javaSamples(folder) {
    const samples = {};
    for (const file of readdirSync(folder).filter((name) => name.endsWith("Samples.java")).sort()) {
        for (const [, id, parameter, body] of readFileSync(join(folder, file), "utf8").matchAll(SAMPLE)) {
            const source = body.replace(/^ {8}/gm, "");
            samples[id] ??= {};
            if (parameter === "DomoClient domo") {
                samples[id].facade = source;
            } else {
                samples[id].rest = (source.includes("rest.") ? "RestAccess rest = domo.rest();\n" : "") + source;
            }
        }
    }
    return samples;
}
