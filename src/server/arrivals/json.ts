/** JSON as programs send it, and how to look into it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text or number with something in it, as text; null for everything else. */
export const textOf = (value: Json | undefined): string | null => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** What stands under a path of keys; undefined where the way ends before. */
export const under = (value: Json | undefined, ...path: readonly string[]): Json | undefined => {
  let at = value;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return at;
};
