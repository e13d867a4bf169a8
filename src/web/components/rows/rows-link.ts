/** The address of the rows behind a number: they open in a drawer of the page where the number stands. */
import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { RowsBehind } from '../../../views/home/home.ts';

/** What a rows drawer lists. */
export type RowsWish = RowsBehind & { /** What the number is: the drawer's title. */ readonly what: string };

/** Longer than this and the list of ids is kept beside the address instead of in it. */
const LONGEST = 1800;
const encode = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
const decode = (code: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)));

const written = (wish: RowsWish): string => {
  const json = JSON.stringify(wish);
  if (json.length <= LONGEST) return encode(json);
  const key = `~${json
    .split('')
    .reduce((hash, c) => Math.imul(hash ^ c.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261)
    .toString(36)}`;
  sessionStorage.setItem(`lockstep:rows:${key}`, json);
  return key;
};

/** The wish within an address; null where it has none, or one that only another tab could know. */
export const rowsWish = (search: string): RowsWish | null => {
  const code = new URLSearchParams(search).get('rows');
  if (!code) return null;
  try {
    const json = code.startsWith('~') ? sessionStorage.getItem(`lockstep:rows:${code}`) : decode(code);
    return json === null ? null : (JSON.parse(json) as RowsWish);
  } catch {
    return null; // an address that was cut or written by hand
  }
};

/** Makes the address for rows, on the page that is open. */
export const useRowsLink = (): ((rows: RowsBehind, what: string) => string) => {
  const [page] = useLocation();
  const search = useSearch();
  return useCallback(
    (rows, what) => {
      const next = new URLSearchParams(search);
      next.set('rows', written({ ...rows, what }));
      return `${page}?${next}`;
    },
    [page, search],
  );
};
