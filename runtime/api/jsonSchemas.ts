import { valueTypeSchema } from '@parley/shared/flow/document';
import { canonicalJson } from '@parley/shared/lib/json';
import * as z from 'zod';

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 is made of. */
export type JsonSchema = { [key: string]: unknown };

/** Turns zod schemas into JSON Schemas that share one set of named components. */
export interface JsonSchemas {
  /** `output` = as answered, `input` = as taken (before defaults and transforms). */
  of(schema: z.ZodType, side: 'input' | 'output'): JsonSchema;
  components: Record<string, JsonSchema>;
}

/** Collects components by the id a schema gives itself (`.meta({id})`); recursive parts without one are named by their content. */
export function collectJsonSchemas(): JsonSchemas {
  const components: Record<string, JsonSchema> = {};
  const unnamed = new Map<string, string>();
  for (const [name, schema] of Object.entries({ Json: z.json(), ValueType: valueTypeSchema })) {
    for (const side of ['output', 'input'] as const) {
      const { $schema: _, ...def } = z.toJSONSchema(schema, { io: side });
      unnamed.set(contentOf('#', def), name);
    }
  }
  const nameUnnamed = (own: string, def: JsonSchema): string => {
    const content = contentOf(`#/$defs/${own}`, def);
    const name = unnamed.get(content) ?? `Recursive${unnamed.size}`;
    unnamed.set(content, name);
    return name;
  };
  const add = (name: string, schema: JsonSchema): void => {
    if (differs(components[name], schema)) throw new Error(`Two different schemas are called ${name}. Give one of them another id.`);
    components[name] = schema;
  };
  return {
    components,
    of(schema, side) {
      const { $schema: _, $defs = {}, ...top } = z.toJSONSchema(schema, { io: side, unrepresentable: 'any' });
      const defs = Object.entries($defs);
      const names = Object.fromEntries(defs.map(([own, def]) => [own, own.startsWith('__schema') ? nameUnnamed(own, def) : own]));
      // What is taken differs from what is given where there are defaults: then it has a name of its own.
      for (const [own, def] of defs) if (side === 'input' && differs(components[names[own] ?? own], pointTo(def, names))) names[own] = `${own}Input`;
      for (const [own, def] of defs) add(names[own] ?? own, pointTo(def, names));
      return pointTo(top, names);
    },
  };
}

/** A recursive schema whatever the place it stands at is called. */
function contentOf(itself: string, def: JsonSchema): string {
  return canonicalJson(def).replaceAll(JSON.stringify(itself), '"itself"');
}

function differs(known: JsonSchema | undefined, schema: JsonSchema): boolean {
  return known !== undefined && canonicalJson(known) !== canonicalJson(schema);
}

/** The same schema with its own definitions pointed at the shared components. */
function pointTo(schema: JsonSchema, names: Record<string, string>): JsonSchema {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, pointValue(key, value, names)]));
}

function pointValue(key: string, value: unknown, names: Record<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => pointValue('', item, names));
  if (isObject(value)) return pointTo(value, names);
  if (key !== '$ref' || typeof value !== 'string' || !value.startsWith('#/$defs/')) return value;
  const own = value.slice('#/$defs/'.length);
  return `#/components/schemas/${names[own] ?? own}`;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
