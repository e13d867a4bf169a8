/** The statements of identity: the files of sql/, read once. */
import { readFileSync } from 'node:fs';

const files = new Map<string, string>();

/** The text of sql/<name>.sql. */
export const identitySql = (name: string): string => {
  const known = files.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`sql/${name}.sql`, import.meta.url), 'utf8');
  files.set(name, text);
  return text;
};
