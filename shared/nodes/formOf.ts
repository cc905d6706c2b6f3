import * as z from 'zod';
import type { Json } from '../lib/json.ts';
import type { NodeType } from './defineNode.ts';
import type { FieldMeta } from './fields.ts';
import type { FieldShape } from './walkFields.ts';
import { describeFields } from './walkFields.ts';

/** One control of a node's form. */
export interface FormField {
  /** Its key among its siblings. */
  name: string;
  /** Keys from the data's root; entries of a list are `*`. */
  path: string[];
  meta: FieldMeta;
  /** What stands there while nobody has touched it; undefined = it is left out. */
  initial: Json | undefined;
  min?: number;
  max?: number;
  maxLength?: number;
  /** What is inside: the fields of a group, or of each entry of a list. */
  fields: FormField[];
}

/** The inspector's form for a node type, as data: all the studio needs to know of it. */
export function formOf(nodeType: Pick<NodeType, 'schema'>): FormField[] {
  return inside([], describeFields(nodeType.schema));
}

/** The fields right below a path: those with no other field in between. */
function inside(path: string[], shapes: FieldShape[]): FormField[] {
  const below = shapes.filter((shape) => shape.path.length > path.length && path.every((key, place) => shape.path[place] === key));
  const nearest = below.filter((shape) => !below.some((other) => other !== shape && other.path.length < shape.path.length && other.path.every((key, place) => shape.path[place] === key)));
  return nearest.map((shape) => ({
    name: shape.path.at(-1) ?? '',
    path: shape.path,
    meta: shape.meta,
    initial: initialOf(shape.schema),
    ...boundsOf(shape.schema),
    fields: inside(shape.path, below),
  }));
}

/** A schema of ours describes JSON, so its default is JSON. */
function initialOf(schema: z.ZodType): Json | undefined {
  const parsed = schema.safeParse(undefined);
  return parsed.success ? parsed.data as Json | undefined : undefined;
}

function boundsOf(schema: z.ZodType): Pick<FormField, 'min' | 'max' | 'maxLength'> {
  const core = coreOf(schema);
  if (core instanceof z.ZodString) return core.maxLength === null ? {} : { maxLength: core.maxLength };
  if (!(core instanceof z.ZodNumber)) return {};
  const { minValue, maxValue } = core;
  return { ...(isBound(minValue) && { min: minValue }), ...(isBound(maxValue) && { max: maxValue }) };
}

/** Zod gives the largest safe integer as the bound of a whole number that has none. */
function isBound(value: number | null): value is number {
  return value !== null && Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER;
}

function coreOf(schema: z.ZodType): z.ZodType {
  let core = schema;
  while (core instanceof z.ZodDefault || core instanceof z.ZodPrefault || core instanceof z.ZodOptional || core instanceof z.ZodNullable) {
    const inner = core.def.innerType;
    if (!(inner instanceof z.ZodType)) return core;
    core = inner;
  }
  return core;
}
