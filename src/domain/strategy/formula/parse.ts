/**
 * Reads a formula: numbers, + - * / with parentheses, names in square brackets, min(a, b, …), max(a, b, …) and
 * if(a < b, then, otherwise). Multiplication before addition, from left to right. Nothing else; and never an exception:
 * what cannot be read comes back as a problem with its column.
 */
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Comparison, Expression, FormulaProblem } from './expression.ts';
import { scan, type Sign } from './scan.ts';

export const LONGEST = 1000;
const DEEPEST = 60;
const COMPARISONS: readonly string[] = ['<', '<=', '>', '>=', '='];

type Read<T = Expression> = Result<T, FormulaProblem>;

export const parseFormula = (formula: string): Read => {
  if (formula.trim() === '') return refuse({ wrong: 'empty', at: 1 });
  if (formula.length > LONGEST) return refuse({ wrong: 'too-long', at: LONGEST + 1 });
  const signs = scan(formula);
  if (!signs.ok) return signs;
  const reader = readerOf(signs.value);
  const whole = reader.sum(0);
  if (!whole.ok) return whole;
  const rest = reader.next();
  return rest.kind === 'end' ? whole : refuse(stray(rest));
};

/** A sign that cannot stand where an expression has ended. */
const stray = ({ kind, text, at }: Sign): FormulaProblem => {
  if (kind === 'mark' && COMPARISONS.includes(text)) return { wrong: 'comparison-outside', at };
  if (kind === 'mark' && text !== '(') return { wrong: 'not-here', at, found: text };
  return { wrong: 'operator-missing', at, found: kind === 'name' ? `[${text}]` : text };
};

const readerOf = (signs: readonly Sign[]) => {
  let place = 0;
  const next = (): Sign => signs[Math.min(place, signs.length - 1)]!;
  const takes = (...texts: readonly string[]): Sign | null => {
    const sign = next();
    if (sign.kind !== 'mark' || !texts.includes(sign.text)) return null;
    place += 1;
    return sign;
  };
  /** Things of one rank, joined from left to right. */
  const chain = (ops: readonly ('+' | '-' | '*' | '/')[], part: (deep: number) => Read, deep: number): Read => {
    let left = part(deep);
    for (let mark = left.ok && takes(...ops); left.ok && mark; mark = left.ok && takes(...ops)) {
      const right = part(deep);
      if (!right.ok) return right;
      left = ok({ is: 'two', op: mark.text as '+', left: left.value, right: right.value, at: mark.at });
    }
    return left;
  };
  const sum = (deep: number): Read => (deep > DEEPEST ? refuse({ wrong: 'too-deep', at: next().at }) : chain(['+', '-'], product, deep));
  const product = (deep: number): Read => chain(['*', '/'], signed, deep);
  const signed = (deep: number): Read => {
    const mark = takes('-');
    if (!mark) return single(deep);
    if (deep > DEEPEST) return refuse({ wrong: 'too-deep', at: mark.at });
    const of = signed(deep + 1);
    return of.ok ? ok({ is: 'minus', of: of.value, at: mark.at }) : of;
  };
  const single = (deep: number): Read => {
    const sign = next();
    const { kind, text, at } = sign;
    if (kind === 'end') return refuse({ wrong: 'ends-early', at });
    place += 1;
    if (kind === 'number') return ok({ is: 'number', value: Number(text), at });
    if (kind === 'name') return ok({ is: 'name', said: text.trim(), at, length: text.length + 2 });
    if (kind === 'word') return called(sign, deep);
    if (text !== '(') return refuse({ wrong: 'not-here', at, found: text });
    const inner = sum(deep + 1);
    if (!inner.ok) return inner;
    return takes(')') ? inner : refuse(unclosed(at));
  };
  const unclosed = (opened: number): FormulaProblem =>
    next().kind === 'end' || (next().kind === 'mark' && next().text === ',') ? { wrong: 'paren-not-closed', at: opened } : stray(next());

  const called = ({ text, at }: Sign, deep: number): Read => {
    const name = text.toLowerCase();
    const open = takes('(');
    if (!open) return refuse({ wrong: 'word', at, found: text });
    if (name === 'if') return choice(at, open.at, deep);
    if (name !== 'min' && name !== 'max') return refuse({ wrong: 'function', at, found: text });
    const among = list(open.at, deep);
    if (!among.ok) return among;
    if (among.value.length < 2)
      return refuse({ wrong: 'arguments', at, found: name, wants: 'two values or more', has: among.value.length });
    return ok({ is: 'pick', pick: name, among: among.value, at });
  };
  const list = (opened: number, deep: number): Read<Expression[]> => {
    const found: Expression[] = [];
    if (takes(')')) return ok(found);
    while (true) {
      const one = sum(deep + 1);
      if (!one.ok) return one;
      found.push(one.value);
      if (takes(')')) return ok(found);
      if (!takes(',')) return refuse(unclosed(opened));
    }
  };
  const choice = (at: number, opened: number, deep: number): Read => {
    const left = sum(deep + 1);
    if (!left.ok) return left;
    const mark = takes(...COMPARISONS);
    if (!mark) return refuse({ wrong: 'comparison-missing', at: next().at });
    const right = sum(deep + 1);
    if (!right.ok) return right;
    if (!takes(','))
      return refuse(
        next().kind === 'mark' && next().text === ')'
          ? { wrong: 'arguments', at, found: 'if', wants: 'a comparison and two values', has: 1 }
          : unclosed(opened),
      );
    const rest = list(opened, deep);
    if (!rest.ok) return rest;
    const [met, otherwise] = rest.value;
    if (!met || !otherwise || rest.value.length > 2)
      return refuse({ wrong: 'arguments', at, found: 'if', wants: 'a comparison and two values', has: rest.value.length + 1 });
    return ok({ is: 'if', left: left.value, compare: mark.text as Comparison, right: right.value, met, otherwise, at });
  };
  return { sum, next };
};
