// Writes the curl command of an operation from its description and examples.

/** Quotes a text for a POSIX shell. */
function quoted(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

function follow(document, node) {
    return node?.$ref
        ? follow(document, node.$ref.slice(2).split("/").reduce((at, key) => at[key], document))
        : node;
}

function encoded(value) {
    return encodeURIComponent(value).replaceAll("%3A", ":");
}

function url(document, path, parameters) {
    const named = (place) => parameters.filter((parameter) => parameter.in === place);
    const filled = named("path").reduce(
        (text, { name, example }) => text.replace(`{${name}}`, encoded(example)), path);
    const query = named("query").map(({ name, example }) => `${name}=${encoded(example)}`).join("&");
    return document.servers[0].url + filled + (query && `?${query}`);
}

/** The options that authorize the request. A session of an instance is a header among the parameters. */
function credentials(document, security) {
    const scheme = document.components.securitySchemes[Object.keys(security[0])[0]];
    if (scheme.type === "oauth2") {
        return ['-H "Authorization: Bearer $DOMO_ACCESS_TOKEN"'];
    }
    return scheme.type === "http" ? ['-u "$DOMO_CLIENT_ID:$DOMO_CLIENT_SECRET"'] : [];
}

/** Writes JSON with one line for each value that fits on a line. */
function json(value, indent = "") {
    if (value === null || typeof value !== "object") {
        return JSON.stringify(value);
    }
    const [open, close] = Array.isArray(value) ? "[]" : "{}";
    const write = (inner) => Object.entries(value).map(
        ([key, item]) => (Array.isArray(value) ? "" : `${JSON.stringify(key)}: `) + json(item, inner));
    const line = open + write(indent).join(", ") + close;
    if (indent.length + line.length <= 80 && !line.includes("\n")) {
        return line;
    }
    const inner = `${indent}  `;
    return `${open}\n${write(inner).map((item) => inner + item).join(",\n")}\n${indent}${close}`;
}

function body(document, requestBody) {
    if (!requestBody) {
        return [];
    }
    const [type, { example }] = Object.entries(follow(document, requestBody).content)[0];
    const fields = Object.entries(example);
    switch (type) {
        case "application/x-www-form-urlencoded":
            return fields.map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`);
        case "multipart/form-data":
            return fields.map(([name]) => `-F ${quoted(`${name}=@FILE`)}`);
        default:
            return [
                `-H ${quoted(`Content-Type: ${type}`)}`,
                `--data-binary ${quoted(type === "application/json" ? json(example) : example)}`,
            ];
    }
}

/** JSON is the default of the service; it returns CSV only on request. */
function accept(document, responses) {
    const success = follow(document, Object.entries(responses).find(([status]) => status.startsWith("2"))[1]);
    const types = Object.keys(success.content ?? {});
    return types.includes("text/csv") ? ["-H 'Accept: text/csv'"] : [];
}

export function curl(document, path, method) {
    const item = document.paths[path];
    const operation = item[method];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
        .map((parameter) => follow(document, parameter));
    const headers = parameters.filter((parameter) => parameter.in === "header" && parameter.required);
    const scope = operation["x-domo-scope"];
    const command = [
        `curl -X ${method.toUpperCase()} ${quoted(url(document, path, parameters))}`,
        ...credentials(document, operation.security),
        ...headers.map(({ name, example }) => `-H ${quoted(`${name}: ${example}`)}`),
        ...accept(document, operation.responses),
        ...body(document, operation.requestBody),
    ].join(" \\\n  ");
    return scope === "none" ? command : `# The access token requires the scope ${scope}.\n${command}`;
}
