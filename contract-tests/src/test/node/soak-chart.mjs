// Draws the samples of the soak as SVG: one panel for each measure, one line for each setting.
const MEASURES = [
    ["heapMiB", "heap after collection, MiB"],
    ["threads", "threads"],
    ["descriptors", "open file descriptors"],
];
const COLORS = ["#1f5fa8", "#c4620a"];
const PANEL = { width: 640, height: 120, left: 60, top: 30, gap: 54 };

export function soakChart(samples) {
    const settings = [...new Set(samples.map((sample) => sample.setting))];
    const uploads = Math.max(...samples.map((sample) => Number(sample.uploads)));
    const height = MEASURES.length * (PANEL.height + PANEL.gap) + PANEL.top + 10;
    const panels = MEASURES.map(([measure, title], i) => {
        const top = PANEL.top + 20 + i * (PANEL.height + PANEL.gap);
        return panel(samples, settings, uploads, measure, title, top);
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${settings.map((setting, i) => legend(setting, i)).join("\n")}
${panels.join("\n")}
</svg>
`;
}

function legend(setting, i) {
    const x = PANEL.left + i * 280;
    return `<line x1="${x}" y1="16" x2="${x + 22}" y2="16" stroke="${COLORS[i]}" stroke-width="2"/>`
        + `<text x="${x + 28}" y="20">${setting}</text>`;
}

function panel(samples, settings, uploads, measure, title, top) {
    const largest = ceiling(Math.max(...samples.map((sample) => Number(sample[measure]))));
    const x = (value) => (PANEL.left + (value / uploads) * PANEL.width).toFixed(1);
    const y = (value) => (top + PANEL.height - (value / largest) * PANEL.height).toFixed(1);
    const grid = [0, largest / 2, largest].map((value) =>
        `<line x1="${PANEL.left}" x2="${PANEL.left + PANEL.width}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>`
        + `<text x="${PANEL.left - 6}" y="${Number(y(value)) + 4}" text-anchor="end">${value}</text>`);
    const lines = settings.map((setting, i) => {
        const points = samples
            .filter((sample) => sample.setting === setting)
            .map((sample) => `${x(Number(sample.uploads))},${y(Number(sample[measure]))}`);
        return `<polyline points="${points.join(" ")}" fill="none" stroke="${COLORS[i]}" stroke-width="2"/>`;
    });
    const ticks = [0, uploads / 2, uploads].map((value) =>
        `<text x="${x(value)}" y="${top + PANEL.height + 16}" text-anchor="middle">${value}</text>`);
    return `<text x="${PANEL.left}" y="${top - 6}" font-weight="bold">${title}</text>
${grid.join("\n")}
${lines.join("\n")}
${ticks.join("\n")}`;
}

/** Returns the next number of the form 1, 2 or 4 times a power of ten, so that half of it is round. */
function ceiling(value) {
    const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
    return [1, 2, 4, 10].map((factor) => factor * power).find((limit) => limit >= value);
}
