/** A query string as the input of an operation: what the contract wants as a list becomes one even where it is named once. */
import { z } from 'zod';
import { contract } from '../../contract/contract.ts';
import type { Name } from '../../operations/operation.ts';

type Property = { readonly type?: string; readonly anyOf?: readonly Property[] };
export type InputSchema = { readonly properties?: { readonly [name: string]: Property }; readonly required?: readonly string[] };

/** The JSON Schema of what an operation takes in. */
export const inputSchema = (name: Name): InputSchema =>
  z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }) as InputSchema;

const lists = new Map<Name, ReadonlySet<string>>();
const listsOf = (name: Name): ReadonlySet<string> => {
  const known =
    lists.get(name) ??
    new Set(Object.entries(inputSchema(name).properties ?? {}).flatMap(([key, { type }]) => (type === 'array' ? [key] : [])));
  lists.set(name, known);
  return known;
};

/** Parameters by name: one value, or a list where it is named several times or has to be one. */
export const inputOfQuery = (name: Name, query: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((key) => {
      const values = query.getAll(key);
      return [key, values.length > 1 || listsOf(name).has(key) ? values : values[0]!];
    }),
  );
