/**
 * The value of a formula. An input that is not known makes the whole not known, with the reason; so does a division
 * by nothing. Only the branch of an `if` that is taken is asked.
 */
import type { Expression } from '../../domain/strategy/formula/expression.ts';

/** A value in whole units (euros, not cents), or why there is none. */
export type Valued = { readonly value: number } | { readonly value: null; readonly why: string };

const COMPARES = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '=': (a: number, b: number) => a === b,
};

export const evaluate = (e: Expression, valueOf: (said: string) => Valued): Valued => {
  const of = (part: Expression): Valued => evaluate(part, valueOf);
  const both = (a: Expression, b: Expression, make: (a: number, b: number) => Valued): Valued => {
    const left = of(a);
    if (left.value === null) return left;
    const right = of(b);
    return right.value === null ? right : make(left.value, right.value);
  };
  switch (e.is) {
    case 'number':
      return { value: e.value };
    case 'name':
      return valueOf(e.said);
    case 'minus': {
      const inner = of(e.of);
      return inner.value === null ? inner : finite(-inner.value, e.at);
    }
    case 'two':
      return both(e.left, e.right, (a, b) => {
        if (e.op === '/' && b === 0) return { value: null, why: `column ${e.at} divides by nothing` };
        return finite(e.op === '+' ? a + b : e.op === '-' ? a - b : e.op === '*' ? a * b : a / b, e.at);
      });
    case 'pick': {
      const all = e.among.map(of);
      const unknown = all.find((v) => v.value === null);
      if (unknown) return unknown;
      return { value: Math[e.pick](...all.map((v) => v.value!)) };
    }
    case 'if':
      return both(e.left, e.right, (a, b) => of(COMPARES[e.compare](a, b) ? e.met : e.otherwise));
  }
};

const finite = (value: number, at: number): Valued =>
  Number.isFinite(value) ? { value: value === 0 ? 0 : value } : { value: null, why: `column ${at} grows beyond what can be counted` };
