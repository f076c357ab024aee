// Rules for this description that Redocly's configurable assertions cannot express.

/** Returns the name of a schema that is directly under components/schemas of any file, otherwise undefined. */
function schemaName(location) {
  return /^#\/components\/schemas\/([^/]+)$/.exec(location.pointer)?.[1];
}

function isProperty(location) {
  return /^#\/components\/schemas\/[^/]+\/properties\/[^/]+$/.test(location.pointer);
}

const rules = {
  'named-schemas': () => ({
    Schema(schema, { report, location }) {
      const map = schema.additionalProperties !== undefined && !schema.properties; // A Map in Java, not a class.
      if ((schema.type === 'object' || schema.properties || schema.enum) && !map && !schemaName(location)) {
        report({ message: 'An object or enum must be under components/schemas and be used by $ref, because its name becomes the class name.', location });
      }
    },
  }),

  'required-in-requests-only': () => ({
    Schema(schema, { report, location }) {
      if (schema.required && !/Request$/.test(schemaName(location) ?? '')) {
        report({ message: 'Only a schema named ...Request may have required members, because the service may omit any member of a response.', location });
      }
    },
  }),

  'scope-agrees': () => ({
    Operation(operation, { report, location }) {
      const scopes = (operation.security ?? []).flatMap((requirement) => Object.values(requirement).flat());
      const expected = operation['x-domo-scope'] === 'none' ? '' : operation['x-domo-scope'];
      if (expected !== undefined && scopes.join(' ') !== expected) {
        report({ message: `x-domo-scope is "${operation['x-domo-scope']}" but security requires "${scopes.join(' ')}".`, location: location.child('x-domo-scope') });
      }
    },
  }),

  'always-present': () => ({
    Schema(schema, { report, location }) {
      const source = schema['x-always-present'];
      if (source === undefined) {
        return;
      }
      const member = /^#\/components\/schemas\/([^/]+)\/properties\/[^/]+$/.exec(location.pointer);
      if (!member || /Request$/.test(member[1])) {
        report({ message: 'x-always-present is only allowed on a member of a response schema.', location: location.child('x-always-present') });
      }
      if (typeof source !== 'string' || source.length < 5 || schema.nullable) {
        report({ message: 'x-always-present must name the sources in which every response has the member, and the member must not be nullable.', location: location.child('x-always-present') });
      }
    },
  }),

  'retry-agrees': () => ({
    Operation(operation, { report, location, key }) {
      const methods = { safe: ['get', 'post'], idempotent: ['put', 'patch'], delete: ['delete'], part: ['put'], 'unsent-only': ['post', 'put', 'patch'] };
      const retry = operation['x-domo-retry'];
      if (methods[retry] && !methods[retry].includes(key)) {
        report({ message: `x-domo-retry: ${retry} is not allowed for ${key.toUpperCase()}.`, location: location.child('x-domo-retry') });
      }
      const condition = operation['x-domo-idempotent-when'];
      if (condition === undefined) {
        return;
      }
      const name = /^(\w+)=\w+$/.exec(condition)?.[1];
      const parameter = (operation.parameters ?? []).find((candidate) => candidate.name === name && candidate.in === 'query');
      if (retry !== 'unsent-only' || !parameter) {
        report({ message: 'x-domo-idempotent-when must be NAME=VALUE of a query parameter, on an operation with x-domo-retry: unsent-only.', location: location.child('x-domo-idempotent-when') });
      }
    },
  }),

  'bodies-have-examples': () => ({
    MediaType(body, { report, location }) {
      if (body.example === undefined && Object.keys(body.examples ?? {}).length === 0) {
        report({ message: 'A body must have an example, which the mock returns and the reference page shows.', location });
      }
    },
  }),

  'plain-descriptions': () => {
    const check = (node, { report, location }) => {
      if (/<[a-z/!]|\*\/|@|[{}]/i.test(node.description ?? '')) {
        report({ message: 'A description must be plain text without HTML, @, braces or the end of a comment, because it becomes Javadoc.', location: location.child('description') });
      }
      if (/\w- \w/.test(node.description ?? '')) {
        report({ message: 'A description contains a word that a YAML line break splits at its hyphen.', location: location.child('description') });
      }
    };
    const required = (node, context) => {
      if (!node.description) {
        context.report({ message: 'A named schema and each of its members must have a description.', location: context.location });
      }
      check(node, context);
    };
    return {
      Operation: check,
      Parameter: check,
      Schema(schema, context) {
        const named = schemaName(context.location) || isProperty(context.location);
        (named ? required : check)(schema, context);
      },
    };
  },

  numbers: () => ({
    Schema(schema, { report, location }) {
      if (schema.type !== 'integer') {
        return;
      }
      if (!['int32', 'int64'].includes(schema.format)) {
        report({ message: 'An integer must have the format int32 or int64.', location });
      }
      if (isProperty(location) && schema.example === undefined) {
        report({ message: 'An integer member must have an example; otherwise the mock returns -9007199254740991.', location });
      }
    },
  }),

  timestamps: () => ({
    Schema(schema, { report, location }) {
      if (isProperty(location) && /At$/.test(location.pointer) && schema.type === 'string' && schema.format !== 'date-time') {
        report({ message: 'A member whose name ends in At must have the format date-time.', location });
      }
    },
  }),
};

module.exports = () => ({ id: 'domo', rules: { oas3: rules } });
