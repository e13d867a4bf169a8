/** Cuts a formula into its signs: numbers, names in square brackets, words and marks. */
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { FormulaProblem } from './expression.ts';

export type Sign = { readonly kind: 'number' | 'name' | 'word' | 'mark' | 'end'; readonly text: string; readonly at: number };

/** Marks as people type them on various keyboards, and the one that is meant. */
const MEANT: { readonly [mark: string]: string } = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '≤': '<=',
  '≥': '>=',
  '==': '=',
  ';': ',',
};
const MARK = /^(<=|>=|==|[-+*/(),;<>=×·÷−–≤≥])/u;
const NUMBER = /^(\d+(\.\d+)?|\.\d+)/;
const WORD = /^\p{L}[\p{L}\p{N}_]*/u;

export const scan = (formula: string): Result<readonly Sign[], FormulaProblem> => {
  const signs: Sign[] = [];
  let place = 0;
  while (place < formula.length) {
    const rest = formula.slice(place);
    const at = place + 1;
    const space = /^\s+/.exec(rest);
    if (space) {
      place += space[0].length;
      continue;
    }
    if (rest.startsWith('[')) {
      const end = rest.indexOf(']');
      if (end < 0) return refuse({ wrong: 'name-not-closed', at });
      signs.push({ kind: 'name', text: rest.slice(1, end), at });
      place += end + 1;
      continue;
    }
    const number = NUMBER.exec(rest);
    if (number) {
      const after = rest.slice(number[0].length);
      // 1.2.3 and 4days are no numbers; 12,5 is two arguments, and says so where a comma cannot stand.
      const odd = /^[\p{L}\p{N}_.]+/u.exec(after);
      if (odd || !Number.isFinite(Number(number[0]))) return refuse({ wrong: 'number', at, found: number[0] + (odd?.[0] ?? '') });
      signs.push({ kind: 'number', text: number[0], at });
      place += number[0].length;
      continue;
    }
    const word = WORD.exec(rest);
    const mark = MARK.exec(rest);
    if (word) signs.push({ kind: 'word', text: word[0], at });
    else if (mark) signs.push({ kind: 'mark', text: MEANT[mark[0]] ?? mark[0], at });
    else return refuse({ wrong: 'character', at, found: String.fromCodePoint(rest.codePointAt(0)!) });
    place += (word ?? mark)![0].length;
  }
  return ok([...signs, { kind: 'end', text: '', at: formula.length + 1 }]);
};
