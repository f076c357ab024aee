// Replaces a section of docs/reliability.md with the results that a command has left in target folders. The argument is
// the name of the command: kills, matrix, simulation, mutants or soak.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { soakChart } from "./soak-chart.mjs";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const page = root + "docs/reliability.md";
const PHASES = ["T", "C", "P", "M", "W", "X", "A"];

const sections = { kills, matrix, simulation, mutants, soak };
const section = process.argv[2];
if (!(section in sections)) {
    throw new Error(`${section}: must be one of ${Object.keys(sections).join(", ")}`);
}
write(section, `${stamp()}\n\n${sections[section]()}`);

function kills() {
    const [summary, ...recoveries] = read("domo-cli/target/kills.txt").trimEnd().split("\n");
    const rows = recoveries.map((line) => line.trim().match(/^(\d+) (.*)$/).slice(1)).map(([n, what]) => [what, n]);
    return `${sentence(summary.replace(/^kills: /, "").replace(/, \d+ s$/, ""))}\n\n`
        + markdown(["next run", "points"], rows);
}

/** One row for each fault, with the outcome and the number of times it fired in each phase. */
function matrix() {
    const cells = table("domo-ergonomics/target/reliability/matrix.tsv");
    const faults = [...new Set(cells.map((cell) => cell.fault))];
    const rows = faults.map((fault) => {
        const own = cells.filter((cell) => cell.fault === fault);
        return [`${fault} ${own[0].name}`, ...PHASES.map((phase) => inPhase(own, phase))];
    });
    const run = cells.filter((cell) => cell.expected !== "-" && cell.expected !== "not run");
    const missing = cells.filter((cell) => cell.expected === "not run");
    const notes = missing.map((cell) => `- ${cell.fault} ${cell.phase}: ${cell.note}`);
    const fired = run.reduce((sum, cell) => sum + Number(cell.fired), 0);
    return `${number(run.length)} runs of cells, ${number(fired)} faults fired, none failed.\n\n`
        + markdown(["fault", ...PHASES], rows)
        + (notes.length > 0 ? `\n\nNot run:\n\n${[...new Set(notes)].join("\n")}` : "");
}

function inPhase(cells, phase) {
    const own = cells.filter((cell) => cell.phase === phase && cell.expected !== "-");
    if (own.length === 0) {
        return "-";
    }
    if (own.every((cell) => cell.expected === "not run")) {
        return "not run";
    }
    const fired = own.reduce((sum, cell) => sum + Number(cell.fired || 0), 0);
    const expected = [...new Set(own.map((cell) => cell.expected).filter((each) => each !== "not run"))];
    return `${expected.join("/")} ${number(fired)}`;
}

function simulation() {
    const [summary, ...lines] = read("simulation/target/simulation.txt").trimEnd().split("\n");
    const rates = entries(lines, "Seeds by").map((line) => line.split(": "));
    const outcomes = entries(lines, "Outcomes").map((line) => line.split(": "));
    const counts = [...entries(lines, "Faults"), ...entries(lines, "Events")].map((line) => line.match(/^(\d+) +(.*)$/));
    const rows = (pairs) => pairs.map(([name, count]) => [name, number(Number(count))]);
    return `${entries(lines, "Invariants").map((line) => `- ${line}`).join("\n")}

${sentence(summary.replace(/^Simulated uploads: /, ""))} ${lines[0]}.

${markdown(["requests with a fault", "seeds"], rows(rates))}

${markdown(["outcome of a run", "runs"], rows(outcomes))}

${markdown(["fault or event", "how often"], rows(counts.map((match) => [match[2], match[1]])))}`;
}

/** Returns the indented lines below a heading. */
function entries(lines, heading) {
    const below = lines.slice(lines.findIndex((line) => line.startsWith(heading)) + 1);
    const end = below.findIndex((line) => !line.startsWith("  "));
    return below.slice(0, end < 0 ? below.length : end).map((line) => line.trim());
}

function mutants() {
    const all = table("simulation/target/reliability/mutants.tsv");
    return `${all.length} mutants, all found.\n\n${asMarkdown(all)}`;
}

function soak() {
    const samples = table("domo-ergonomics/target/reliability/soak.tsv");
    writeFileSync(root + "docs/charts/soak.svg", soakChart(samples));
    const last = Object.values(Object.fromEntries(samples.map((each) => [each.setting, each])));
    return `![Heap, threads and descriptors during the uploads](charts/soak.svg)\n\n${asMarkdown(last)}`;
}

/** States when and from which commit the results come. */
function stamp() {
    const git = (...args) => execFileSync("git", ["-C", root, ...args], { encoding: "utf8" }).trim();
    const changed = git("status", "--porcelain", "--untracked-files=no", "--", ":!docs") !== "";
    const commit = git("rev-parse", "--short", "HEAD") + (changed ? " with changes" : "");
    return `\`make ${section}\`, ${new Date().toISOString().slice(0, 10)}, commit ${commit}.`;
}

function write(name, text) {
    const begin = `<!-- ${name}: begin -->`;
    const end = `<!-- ${name}: end -->`;
    const old = read("docs/reliability.md");
    const from = old.indexOf(begin);
    const to = old.indexOf(end);
    if (from < 0 || to < 0) {
        throw new Error(`docs/reliability.md: has no section ${name}`);
    }
    writeFileSync(page, `${old.slice(0, from + begin.length)}\n${text}\n${old.slice(to)}`);
}

function read(path) {
    return readFileSync(root + path, "utf8");
}

/** Returns an object for each row of a tab-separated file with a header line. */
function table(path) {
    const [header, ...rows] = read(path).trimEnd().split("\n").map((line) => line.split("\t"));
    return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

function asMarkdown(rows) {
    const names = Object.keys(rows[0]);
    return markdown(names, rows.map((row) => names.map((name) => row[name])));
}

function markdown(header, rows) {
    const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
    return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

function number(n) {
    return n.toLocaleString("en-US");
}

function sentence(text) {
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
