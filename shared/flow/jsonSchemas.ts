import * as z from 'zod';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { FieldMeta, ShowWhen } from '../nodes/fields.ts';
import { flowSchema, nodeSchema, noteSchema } from './document.ts';
import type { Flow } from './document.ts';

/** A JSON Schema (draft 7) that says of every field what the form says of it: for editors that complete and explain. */
export interface JsonSchema {
  [key: string]: unknown;
  properties?: Record<string, JsonSchema>;
}

/** What fields may refer to: the flow's variables, and the bot's flows by id with their names. */
export interface SchemaScope {
  variables: Flow['variables'];
  flows: Readonly<Record<string, string>>;
}

/** What a node of a type looks like as JSON; undefined for a type nobody knows. */
export function nodeJsonSchema(type: string, nodeTypes: NodeTypes, scope: SchemaScope): JsonSchema | undefined {
  const definition = Object.hasOwn(nodeTypes, type) ? nodeTypes[type] : undefined;
  if (!definition) return undefined;
  const { data: _, ...around } = nodeSchema.shape;
  const schema = explained(z.object(around), scope);
  // References inside are to definitions at the root, so those go up there, under names no other type has.
  const { definitions, ...inside } = named(explained(definition.schema, scope), type);
  return {
    ...schema, ...(definitions !== undefined && { definitions }), title: definition.label, description: definition.doc,
    properties: {
      ...schema.properties,
      type: { const: type, title: 'Type', description: 'What kind of node this is. Another kind is another node.' },
      title: { ...schema.properties?.['title'], title: 'Title', description: `What it is called on the canvas. Without one: ${definition.label}.` },
      x: { ...schema.properties?.['x'], title: 'x', description: 'Pixels from the left of the canvas.' },
      y: { ...schema.properties?.['y'], title: 'y', description: 'Pixels from the top of the canvas.' },
      data: inside,
    },
    required: ['type', 'x', 'y', 'data'],
  };
}

/** The schema with its definitions, and the references to them, called after what they belong to. */
function named(schema: JsonSchema, owner: string): JsonSchema {
  const { definitions, ...rest } = JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', `"#/definitions/${owner}-`)) as JsonSchema;
  return { ...rest, ...(isSchema(definitions) && { definitions: Object.fromEntries(Object.entries(definitions).map(([name, each]) => [`${owner}-${name}`, each])) }) };
}

/** What a note looks like as JSON. */
export function noteJsonSchema(): JsonSchema {
  return explained(noteSchema, { variables: {}, flows: {} });
}

/** What a whole flow looks like as JSON; nodes by their types. */
export function flowJsonSchema(nodeTypes: NodeTypes, scope: SchemaScope): JsonSchema {
  const schema = explained(flowSchema, scope);
  const nodes = Object.keys(nodeTypes).flatMap((type): JsonSchema[] => {
    const node = nodeJsonSchema(type, nodeTypes, scope);
    return node ? [node] : [];
  });
  const definitions = Object.assign({}, schema['definitions'], ...nodes.map((node) => node['definitions'] ?? {}));
  return {
    ...schema,
    definitions,
    properties: { ...schema.properties, nodes: { ...schema.properties?.['nodes'], title: 'Nodes', description: 'By id.', additionalProperties: { anyOf: nodes.map((node) => ({ ...node, definitions: undefined })) } } },
  };
}

/** The value with its keys in the order the schema names them, the others behind by name: a document comes back from a database in any order. */
export function arranged(value: unknown, schema: JsonSchema | undefined, root: JsonSchema | undefined = schema): unknown {
  if (Array.isArray(value)) return value.map((item) => arranged(item, partOf(schema, 'items', root), root));
  if (typeof value !== 'object' || value === null) return value;
  const named = schemaFor(schema, value, root);
  const known = Object.keys(named?.properties ?? {}).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !known.includes(key)).toSorted((a, b) => orderOf(value, a) - orderOf(value, b) || (a < b ? -1 : 1));
  return Object.fromEntries([...known, ...others].map((key) => [key, arranged(Reflect.get(value, key), named?.properties?.[key] ?? partOf(named, 'additionalProperties', root), root)]));
}

/** Children that have an order stand by it. */
function orderOf(value: object, key: string): number {
  const child: unknown = Reflect.get(value, key);
  return typeof child === 'object' && child !== null && 'order' in child && typeof child.order === 'number' ? child.order : 0;
}

function partOf(schema: JsonSchema | undefined, name: 'items' | 'additionalProperties', root: JsonSchema | undefined): JsonSchema | undefined {
  const part = resolved(schema, root)?.[name];
  return isSchema(part) ? part : undefined;
}

/** Of alternatives the one whose constants the value has. */
function schemaFor(schema: JsonSchema | undefined, value: object, root: JsonSchema | undefined): JsonSchema | undefined {
  const here = resolved(schema, root);
  const options = here?.['anyOf'] ?? here?.['oneOf'];
  if (!Array.isArray(options)) return here;
  return options.filter(isSchema).map((option) => resolved(option, root)).find((option) => Object.entries(option?.properties ?? {}).every(([key, part]) => part['const'] === undefined || part['const'] === Reflect.get(value, key)));
}

function resolved(schema: JsonSchema | undefined, root: JsonSchema | undefined): JsonSchema | undefined {
  const to = schema?.['$ref'];
  if (typeof to !== 'string') return schema;
  const definitions = root?.['definitions'];
  const found: unknown = isSchema(definitions) ? definitions[to.replace('#/definitions/', '')] : undefined;
  return isSchema(found) ? found : undefined;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Turns what fields say about themselves into what editors show, and forbids names nobody knows. */
function explained(schema: z.ZodType, scope: SchemaScope): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input', target: 'draft-7', unrepresentable: 'any', reused: 'inline',
    override: ({ jsonSchema }) => {
      const here: Record<string, unknown> = jsonSchema;
      // Only `field` writes this key (shared/nodes/fields).
      const meta = here['field'] as FieldMeta | undefined;
      delete here['field'];
      if (here['type'] === 'object' && here['properties'] !== undefined) here['additionalProperties'] ??= false;
      if (meta) Object.assign(here, { title: meta.label, description: sentencesOf(meta), ...choicesOf(meta, scope) });
    },
  });
  return made as JsonSchema;
}

/** What the form says of a field, in sentences. */
function sentencesOf({ label, help, template, translatable, showWhen, item, expects }: FieldMeta): string {
  return [
    help ?? `${label}.`,
    template ? 'May hold {{ expressions }}.' : '',
    translatable ? 'In the bot’s first language; the others are under translations.' : '',
    expects ? `An expression that gives ${expects.kind}.` : '',
    item ? `Each is called ${item.label}; in the order of “order”.` : '',
    showWhen ? `Counts only while ${conditionIn(showWhen)}.` : '',
  ].filter(Boolean).join(' ');
}

function conditionIn({ field, is, and }: ShowWhen): string {
  return `“${field}” is ${is.map(String).join(' or ')}${and ? ` and ${conditionIn(and)}` : ''}`;
}

/** Values that can be chosen among, with what they mean. */
function choicesOf({ widget, options }: FieldMeta, { variables, flows }: SchemaScope): JsonSchema {
  const among = (list: [string, string][]): JsonSchema => ({ enum: ['', ...list.map(([value]) => value)], enumDescriptions: ['None', ...list.map(([, name]) => name)] });
  if (widget === 'variable') return among(Object.entries(variables).map(([id, { name, type }]) => [id, `${name} (${type.kind})`]));
  if (widget === 'subflow') return among(Object.entries(flows));
  return options ? { enum: options.map(({ value }) => value), enumDescriptions: options.map(({ label }) => label) } : {};
}
