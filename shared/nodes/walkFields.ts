import * as z from 'zod';
import type { Json } from '../lib/json.ts';
import type { FieldMeta, ShowWhen } from './fields.ts';
import { metaOf } from './fields.ts';

/** A field met in a node's data: where it is, what it says about itself, and what stands there (undefined = left out). */
export interface FieldValue {
  /** Keys from the data's root; entries of maps by their id, items of arrays by their index. */
  path: string[];
  meta: FieldMeta;
  value: Json | undefined;
  /** False while a `showWhen` of the field or of one around it hides it: it then counts for nothing. */
  shown: boolean;
}

/** A field as its type declares it, without data. Entries of maps and items of arrays are `*`. */
export interface FieldShape {
  path: string[];
  meta: FieldMeta;
  schema: z.ZodType;
}

/** A schema read once: where its fields are. */
interface Plan {
  schema: z.ZodType;
  meta: FieldMeta | undefined;
  /** Named parts of an object. */
  parts: [name: string, plan: Plan][];
  /** What a map's entries or an array's items are. */
  each?: Plan;
  /** Alternatives, the first that accepts the data counts. */
  oneOf: Plan[];
  /** Whether a field is in it at all, once asked: parts without any are passed by. */
  holdsFields?: boolean;
}

const plans = new WeakMap<z.ZodType, Plan>();

/**
 * Lists every field of `data` that says something about itself, in the order of the schema (maps by their entries' `order`),
 * a list or group before what is in it. Data that does not fit its schema gives fewer fields, never an exception.
 */
export function walkFields(schema: z.ZodType, data: Json | undefined): FieldValue[] {
  const found: FieldValue[] = [];
  visit(planOf(schema), data, { path: [], shown: true, found });
  return found;
}

/** Lists every field a schema declares, alternatives one after the other: what forms and docs are made of. */
export function describeFields(schema: z.ZodType): FieldShape[] {
  const found: FieldShape[] = [];
  describe(planOf(schema), [], found, new Set());
  return found;
}

/** Sorts the entries of an ordered map by `order`, then by id; a map without orders keeps its own order. */
export function inOrder<Entry>(map: Readonly<Record<string, Entry>>): [id: string, entry: Entry][] {
  const entries = Object.entries(map);
  if (!entries.some(([, entry]) => orderOf(entry) !== undefined)) return entries;
  return entries.sort(([a, one], [b, two]) => (orderOf(one) ?? 0) - (orderOf(two) ?? 0) || (a < b ? -1 : 1));
}

function orderOf(entry: unknown): number | undefined {
  return typeof entry === 'object' && entry !== null && 'order' in entry && typeof entry.order === 'number' ? entry.order : undefined;
}

interface Walk {
  path: string[];
  shown: boolean;
  found: FieldValue[];
}

function visit(plan: Plan, value: Json | undefined, walk: Walk): void {
  if (plan.meta) walk.found.push({ path: walk.path, meta: plan.meta, value, shown: walk.shown });
  if (value === undefined || value === null || typeof value !== 'object' || !holdsFields(plan)) return;
  if (plan.each) {
    const entries: [string, Json][] = Array.isArray(value) ? value.map((item, index) => [String(index), item]) : inOrder(value);
    for (const [key, entry] of entries) visit(plan.each, entry, { ...walk, path: [...walk.path, key] });
    return;
  }
  if (plan.oneOf.length > 0) {
    const chosen = plan.oneOf.find((option) => option.schema.safeParse(value).success);
    if (chosen) visit(chosen, value, walk);
    return;
  }
  if (Array.isArray(value)) return;
  for (const [name, part] of plan.parts) {
    visit(part, ownValue(value, name), { ...walk, path: [...walk.path, name], shown: walk.shown && isShown(part.meta, value) });
  }
}

/** Whether a field's `showWhen` holds beside these siblings; a sibling left out counts as false. */
export function isShown(meta: Pick<FieldMeta, 'showWhen'> | undefined, siblings: Readonly<Record<string, Json>>): boolean {
  return holds(meta?.showWhen, siblings);
}

function holds(condition: ShowWhen | undefined, siblings: Readonly<Record<string, Json>>): boolean {
  if (!condition) return true;
  const value = ownValue(siblings, condition.field) ?? false;
  return condition.is.some((wanted) => wanted === value) && holds(condition.and, siblings);
}

function ownValue(object: Readonly<Record<string, Json>>, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function describe(plan: Plan, path: string[], found: FieldShape[], around: Set<Plan>): void {
  if (around.has(plan)) return;
  const inside = new Set(around).add(plan);
  if (plan.meta) found.push({ path, meta: plan.meta, schema: plan.schema });
  for (const [name, part] of plan.parts) describe(part, [...path, name], found, inside);
  if (plan.each) describe(plan.each, [...path, '*'], found, inside);
  for (const option of plan.oneOf) describe(option, path, found, inside);
}

function planOf(schema: z.ZodType): Plan {
  const known = plans.get(schema);
  if (known) return known;
  const plan: Plan = { schema, meta: metaOf(schema), parts: [], oneOf: [] };
  // Stored before its parts are read: a schema may contain itself.
  plans.set(schema, plan);
  const core = unwrap(schema, (wrapped) => { plan.meta ??= metaOf(wrapped); });
  if (core instanceof z.ZodObject) {
    plan.parts = Object.entries(core.shape).map(([name, part]) => [name, planOf(classic(part))]);
  } else if (core instanceof z.ZodRecord) plan.each = planOf(classic(core.valueType));
  else if (core instanceof z.ZodArray) plan.each = planOf(classic(core.element));
  else if (core instanceof z.ZodUnion) plan.oneOf = core.options.map((option) => planOf(classic(option)));
  return plan;
}

/** Looks through optional, default, nullable, readonly, catch, lazy and the input side of a pipe. */
function unwrap(schema: z.ZodType, seen: (wrapped: z.ZodType) => void): z.ZodType {
  let current = schema;
  for (;;) {
    const inside = innerOf(current);
    if (!inside) return current;
    current = inside;
    seen(current);
  }
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly || schema instanceof z.ZodLazy) return classic(schema.unwrap());
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodCatch || schema instanceof z.ZodNonOptional) return classic(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return classic(schema.in);
  return undefined;
}

function holdsFields(plan: Plan): boolean {
  plan.holdsFields ??= reachesField(plan, new Set());
  return plan.holdsFields;
}

function reachesField(plan: Plan, seen: Set<Plan>): boolean {
  if (seen.has(plan)) return false;
  seen.add(plan);
  const inside = [...plan.parts.map(([, part]) => part), ...plan.oneOf, ...(plan.each ? [plan.each] : [])];
  return inside.some((part) => part.meta !== undefined || reachesField(part, seen));
}

/** Zod types the insides of its schemas by their smaller core; every schema of ours is made by `zod` itself. */
function classic(schema: z.core.SomeType): z.ZodType {
  return schema as z.ZodType;
}
