/** Address: a link taken apart without losing anything, and put together again. */

export type Pair = {
  readonly name: string;
  readonly value: string;
  /** As it stood: kept where nothing changes it. */ readonly raw: string;
};
export type Address = { readonly base: string; readonly pairs: readonly Pair[]; readonly hash: string };

const decoded = (text: string): string => {
  const plain = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain; // the language's only way of saying "badly encoded"
  }
};

/** What stands before the ?, between ? and #, and after the #. */
export const takeApart = (address: string): Address => {
  const [, base = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  const pairs = query
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw) => {
      const at = raw.indexOf('=');
      return { raw, name: decoded(at < 0 ? raw : raw.slice(0, at)), value: at < 0 ? '' : decoded(raw.slice(at + 1)) };
    });
  return { base, pairs, hash };
};

export const putTogether = ({ base, pairs, hash }: Address): string =>
  `${base}${pairs.length > 0 ? `?${pairs.map(({ raw }) => raw).join('&')}` : ''}${hash}`;

export const pair = (name: string, value: string): Pair => ({ name, value, raw: `${name}=${encodeURIComponent(value)}` });

export const isUtm = (name: string): boolean => /^utm_/i.test(name);
