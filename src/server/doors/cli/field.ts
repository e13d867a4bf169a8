/** Field: one input of an operation as the command line sees it, read off the contract's schema. */
import type { z } from 'zod';

/**
 * switch  said or not          one    a text, a choice or a number
 * many    may be given again   pairs  name=value, may be given again
 * json    JSON text, or @FILE with JSON in it
 */
export type FieldKind = 'switch' | 'one' | 'many' | 'pairs' | 'json';

export type Field = {
  /** As the operation calls it: asOf. */
  readonly name: string;
  /** As it is typed, without the dashes: as-of. */
  readonly flag: string;
  readonly kind: FieldKind;
  readonly number: boolean;
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly default: unknown;
  readonly summary: string;
};

/** Flags whose plural in the contract is a singular on the command line, where each is given by itself. */
const SINGULAR: { readonly [name: string]: string } = { answers: 'answer', seats: 'seat', ids: 'id', people: 'person' };

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Inputs of an operation, in the order of the contract. */
export const fieldsOf = (input: z.ZodType): readonly Field[] => {
  const { shape } = input as z.ZodObject;
  return Object.entries(shape).map(([name, schema]) => fieldOf(name, schema as z.ZodType));
};

type Seen = { readonly schema: z.ZodType; readonly required: boolean; readonly default: unknown; readonly summary: string };
type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly defaultValue?: unknown;
};

const defOf = (schema: z.ZodType): Def => schema.def;

/** Takes the wrappers off: optional, default, nullable. */
const bare = (schema: z.ZodType, seen: Omit<Seen, 'schema'>): Seen => {
  const { type, innerType, defaultValue } = defOf(schema);
  const summary = seen.summary || (schema.description ?? '');
  if (!innerType) return { ...seen, summary, schema };
  const optional = type === 'optional' || type === 'default' || type === 'exact_optional';
  return bare(innerType, {
    summary,
    required: seen.required && !optional,
    default: type === 'default' ? defaultValue : seen.default,
  });
};

const fieldOf = (name: string, given: z.ZodType): Field => {
  const { schema, required, summary, default: otherwise } = bare(given, { required: true, default: undefined, summary: '' });
  return {
    name,
    flag: SINGULAR[name] ?? kebab(name),
    kind: kindOf(schema),
    number: defOf(schema).type === 'number',
    required,
    choices: 'options' in schema && defOf(schema).type === 'enum' ? (schema.options as readonly string[]) : [],
    default: otherwise,
    summary,
  };
};

const kindOf = (schema: z.ZodType): FieldKind => {
  const { type, element, options } = defOf(schema);
  if (type === 'boolean') return 'switch';
  if (type === 'record') return 'pairs';
  if (type === 'array') return element && defOf(element).type === 'string' ? 'many' : 'json';
  if (type === 'union') return options?.some((option) => kindOf(option) === 'many') ? 'many' : 'one';
  return type === 'object' ? 'json' : 'one';
};
