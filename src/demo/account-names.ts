/** Names of accounts, put together from parts, and the plain letters in which addresses are written. */
import type { Sector } from './channels.ts';
import { NAME_PARTS, type Language } from './name-parts.ts';

/** A name no other account has: the parts are the digits of a number made from `i`; 37 has no divisor in common with any of their counts. */
export const nameOf = (i: number, language: Language, sector: Sector): string => {
  const { first, second, words, towns } = NAME_PARTS[language];
  const nouns = words[sector];
  const stems = first.length * second.length;
  const mixed = (i * 37) % stems;
  const round = Math.floor(i / stems);
  const stem = first[mixed % first.length]! + second[Math.floor(mixed / first.length)]!;
  const noun = nouns[(mixed + round) % nouns.length]!;
  const town = Math.floor(round / nouns.length);
  const at = town === 0 ? '' : ` ${towns[(town - 1) % towns.length]!}${town > towns.length ? ` ${Math.ceil(town / towns.length)}` : ''}`;
  return language === 'fr' ? `${noun} ${stem}${at}` : `${stem} ${noun}${at}`;
};

const PLAIN: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  å: 'a',
  æ: 'ae',
  é: 'e',
  è: 'e',
  ë: 'e',
  ê: 'e',
  ï: 'i',
  î: 'i',
  ç: 'c',
};

/** Lower case, letters a to z, dashes for what stands between them. */
export const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, (c) => PLAIN[c] ?? '-')
    .replaceAll(/-+/g, '-');
