import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from '../api/openapi.ts';

/** Holds real answers against the OpenAPI document: a field, a status or a type it does not name fails the test. */
export interface Validator {
  /** Throws, saying where, when the answer is not documented exactly so. */
  check(answer: { method: string; path: string; status: number; type: string; body: unknown }): void;
}

/** Compiles the schemas of a document; each is compiled when first met. */
export function createValidator(document: OpenApiDocument): Validator {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'doc', components: document.components });
  const compiled = new Map<string, ValidateFunction>();
  const paths = Object.keys(document.paths).map((path) => ({ path, matches: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`), fixed: path.split('/').filter((part) => !part.startsWith('{')).length }));
  return {
    check({ method, path, status, type, body }) {
      const found = paths.filter(({ matches }) => matches.test(path)).toSorted((a, b) => b.fixed - a.fixed)[0];
      if (!found) throw new Error(`${method} ${path} is not in the OpenAPI document.`);
      const where = `${method} ${found.path} → ${status}`;
      const operation = document.paths[found.path]?.[method.toLowerCase()];
      const response = operation?.responses[String(status)];
      if (!response) throw new Error(`${where} is not in the OpenAPI document: ${JSON.stringify(body)}`);
      const content = response.content?.[type];
      if (!response.content) return;
      if (!content) throw new Error(`${where} answers ${type}, documented are ${Object.keys(response.content).join(', ')}.`);
      if (type !== 'application/json') return;
      const validate = compiled.get(where) ?? ajv.compile(JSON.parse(JSON.stringify(content.schema).replaceAll('"#/components', '"doc#/components')));
      compiled.set(where, validate);
      if (!validate(body)) throw new Error(`${where} is not as documented: ${ajv.errorsText(validate.errors, { separator: '\n' })}\n${JSON.stringify(body).slice(0, 2_000)}`);
    },
  };
}
