// Writes the API reference as one HTML file to the path given as the argument: the description with samples in Java and
// curl for each operation, in the order of the Java samples, and the description itself for download.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { curl } from "./curl.mjs";
import { javaSamples } from "./java-samples.mjs";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const METHODS = ["get", "put", "post", "delete", "patch"];
const PLACEHOLDER = "<!-- description -->";

/** Runs Redocly in the folder of the description: the locked package, or the program of its Docker image. */
function redocly(...args) {
    const locked = folder("../../../node_modules/@redocly/cli/bin/cli.js");
    const [program, ...first] = existsSync(locked) ? [process.execPath, locked] : ["redocly"];
    const run = spawnSync(program, [...first, ...args], { cwd: folder("../../../../spec/"), encoding: "utf8" });
    if (run.status !== 0) {
        throw new Error(`redocly ${args.join(" ")} failed: ${run.error ?? run.stdout + run.stderr}`);
    }
}

function bundle(file) {
    redocly("bundle", "--config", "redocly.yaml", "domo", "-o", file);
    return readFileSync(file, "utf8");
}

/** Adds the samples, and the operationId to the description, because the page does not show it. */
function describe(document, path, method, sample) {
    const operation = document.paths[path][method];
    operation.description = `operationId: \`${operation.operationId}\`\n\n${operation.description}`;
    operation["x-codeSamples"] = [
        { lang: "Java", label: "Java", source: sample.facade },
        { lang: "Java", label: "Java rest()", source: sample.rest },
        { lang: "curl", label: "curl", source: curl(document, path, method) },
    ];
}

/** Introduces the samples, with a link for which the template downloads the description. */
function introduce(info) {
    const text = "Each operation has samples: the facade method in Java, where `domo` is a `DomoClient`, the generated"
        + " call in Java, and curl. Download the description as one file: [domo.openapi.yaml](domo.openapi.yaml).";
    info.description = info.description.replace("\n\n## ", `\n\n${text}\n\n## `);
}

/** Returns the object with its keys sorted by a rank. Keys of equal rank stay in their order. */
function sorted(object, rank) {
    return Object.fromEntries(Object.entries(object).sort(([one], [other]) => rank(one) - rank(other)));
}

function withSamples(document) {
    const samples = javaSamples(folder("../java/io/github/domojvm/contract/samples/"));
    const order = Object.keys(samples);
    const ids = [];
    for (const [path, item] of Object.entries(document.paths)) {
        for (const method of METHODS.filter((candidate) => item[candidate])) {
            const id = item[method].operationId;
            ids.push(id);
            if (!samples[id]?.facade || !samples[id]?.rest) {
                throw new Error(`${id} has no sample. Add ${id}(DomoClient domo) and ${id}(RestAccess rest) to a class`
                    + " in contract-tests/src/test/java/io/github/domojvm/contract/samples.");
            }
            describe(document, path, method, samples[id]);
        }
        document.paths[path] = sorted(item, (key) => order.indexOf(item[key].operationId));
    }
    const unknown = order.filter((id) => !ids.includes(id));
    if (unknown.length > 0) {
        throw new Error(`The description has no operation for the samples ${unknown.join(", ")}.`);
    }
    introduce(document.info);
    const first = (path) => Object.values(document.paths[path]).find((value) => value.operationId).operationId;
    return { ...document, paths: sorted(document.paths, (path) => order.indexOf(first(path))) };
}

const page = resolve(process.argv[2]);
const work = mkdtempSync(join(tmpdir(), "reference-"));
try {
    const enriched = join(work, "enriched.json");
    writeFileSync(enriched, JSON.stringify(withSamples(JSON.parse(bundle(join(work, "domo.openapi.json"))))));
    mkdirSync(dirname(page), { recursive: true });
    redocly("build-docs", "--config", "redocly.yaml", enriched, "--inlineBundle", "-o", page);
    const html = readFileSync(page, "utf8");
    if (!html.includes(PLACEHOLDER)) {
        throw new Error(`spec/reference.hbs does not contain ${PLACEHOLDER}.`);
    }
    // The replacement is a function, because $ has a meaning in a string.
    writeFileSync(page, html.replace(PLACEHOLDER, () => bundle(join(work, "domo.openapi.yaml"))));
} finally {
    rmSync(work, { recursive: true });
}
