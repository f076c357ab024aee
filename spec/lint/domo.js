// Rules of this description that Redocly's configurable assertions cannot express.

/** The name of a schema that stands directly under components/schemas of whichever file; undefined elsewhere. */
function schemaName(location) {
  return /^#\/components\/schemas\/([^/]+)$/.exec(location.pointer)?.[1];
}

function isProperty(location) {
  return /^#\/components\/schemas\/[^/]+\/properties\/[^/]+$/.test(location.pointer);
}

const rules = {
  'named-schemas': () => ({
    Schema(schema, { report, location }) {
      const map = schema.additionalProperties !== undefined && !schema.properties; // It has no class, but is a Map.
      if ((schema.type === 'object' || schema.properties || schema.enum) && !map && !schemaName(location)) {
        report({ message: 'An object or enum stands under components/schemas and is used by $ref; its name becomes the class.', location });
      }
    },
  }),

  'required-in-requests-only': () => ({
    Schema(schema, { report, location }) {
      if (schema.required && !/Request$/.test(schemaName(location) ?? '')) {
        report({ message: 'Only a schema named ...Request has required members: the service omits members at will.', location });
      }
    },
  }),

  'scope-agrees': () => ({
    Operation(operation, { report, location }) {
      const scopes = (operation.security ?? []).flatMap((requirement) => Object.values(requirement).flat());
      const expected = operation['x-domo-scope'] === 'none' ? '' : operation['x-domo-scope'];
      if (expected !== undefined && scopes.join(' ') !== expected) {
        report({ message: `x-domo-scope is "${operation['x-domo-scope']}" but security asks for "${scopes.join(' ')}".`, location: location.child('x-domo-scope') });
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
        report({ message: 'x-always-present marks a member of a schema of responses.', location: location.child('x-always-present') });
      }
      if (typeof source !== 'string' || source.length < 5 || schema.nullable) {
        report({ message: 'x-always-present names the sources in which every response has the member, which is not nullable.', location: location.child('x-always-present') });
      }
    },
  }),

  'retry-agrees': () => ({
    Operation(operation, { report, location, key }) {
      const methods = { safe: ['get', 'post'], idempotent: ['put', 'patch'], delete: ['delete'], part: ['put'], 'unsent-only': ['post', 'put', 'patch'] };
      const retry = operation['x-domo-retry'];
      if (methods[retry] && !methods[retry].includes(key)) {
        report({ message: `An operation by ${key.toUpperCase()} is not "${retry}".`, location: location.child('x-domo-retry') });
      }
      const condition = operation['x-domo-idempotent-when'];
      if (condition === undefined) {
        return;
      }
      const name = /^(\w+)=\w+$/.exec(condition)?.[1];
      const parameter = (operation.parameters ?? []).find((candidate) => candidate.name === name && candidate.in === 'query');
      if (retry !== 'unsent-only' || !parameter) {
        report({ message: 'x-domo-idempotent-when is NAME=VALUE of a query parameter, for an operation that is unsent-only otherwise.', location: location.child('x-domo-idempotent-when') });
      }
    },
  }),

  'bodies-have-examples': () => ({
    MediaType(body, { report, location }) {
      if (body.example === undefined && Object.keys(body.examples ?? {}).length === 0) {
        report({ message: 'A body has an example of its own; it is what the mock answers and the reader sees.', location });
      }
    },
  }),

  'plain-descriptions': () => {
    const check = (node, { report, location }) => {
      if (/<[a-z/!]|\*\/|@|[{}]/i.test(node.description ?? '')) {
        report({ message: 'A description is plain prose, since it becomes Javadoc: no HTML, no @, no braces, no end of comment.', location: location.child('description') });
      }
      if (/\w- \w/.test(node.description ?? '')) {
        report({ message: 'A description has a word that a line break of the YAML has torn at its hyphen.', location: location.child('description') });
      }
    };
    const wanted = (node, context) => {
      if (!node.description) {
        context.report({ message: 'A named schema and each of its members have a description.', location: context.location });
      }
      check(node, context);
    };
    return {
      Operation: check,
      Parameter: check,
      Schema(schema, context) {
        const named = schemaName(context.location) || isProperty(context.location);
        (named ? wanted : check)(schema, context);
      },
    };
  },

  numbers: () => ({
    Schema(schema, { report, location }) {
      if (schema.type !== 'integer') {
        return;
      }
      if (!['int32', 'int64'].includes(schema.format)) {
        report({ message: 'An integer says whether it is int32 or int64.', location });
      }
      if (isProperty(location) && schema.example === undefined) {
        report({ message: 'An integer member has an example, else the mock invents -9007199254740991.', location });
      }
    },
  }),

  timestamps: () => ({
    Schema(schema, { report, location }) {
      if (isProperty(location) && /At$/.test(location.pointer) && schema.type === 'string' && schema.format !== 'date-time') {
        report({ message: 'A member that ends in At is a point in time, format date-time.', location });
      }
    },
  }),
};

module.exports = () => ({ id: 'domo', rules: { oas3: rules } });
