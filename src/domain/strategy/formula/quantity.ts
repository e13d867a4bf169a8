/**
 * What a formula counts, and whether its parts go together.
 *
 * Added, compared or chosen between must be alike (a plain number goes with everything and is then read as whole
 * units of money). Money times money, or something divided by money that is not money itself, has no meaning here.
 */
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { Unit } from '../metric.ts';
import type { Expression, FormulaProblem, Quantity } from './expression.ts';

type Found = Result<Quantity, FormulaProblem>;

export const quantityOf = (e: Expression, unitOf: (said: string) => Unit): Found => {
  switch (e.is) {
    case 'number':
      return ok('number');
    case 'name':
      return ok(unitOf(e.said));
    case 'minus':
      return quantityOf(e.of, unitOf);
    case 'pick':
      return e.among
        .slice(1)
        .reduce<Found>((so, one) => joined(so, quantityOf(one, unitOf), one.at, 'compared'), quantityOf(e.among[0]!, unitOf));
    case 'if': {
      const compared = joined(quantityOf(e.left, unitOf), quantityOf(e.right, unitOf), e.right.at, 'compared');
      if (!compared.ok) return compared;
      return joined(quantityOf(e.met, unitOf), quantityOf(e.otherwise, unitOf), e.otherwise.at, 'chosen between');
    }
    case 'two': {
      const [left, right] = [quantityOf(e.left, unitOf), quantityOf(e.right, unitOf)];
      if (e.op === '+' || e.op === '-') return joined(left, right, e.at, e.op === '+' ? 'added' : 'subtracted');
      if (!left.ok) return left;
      if (!right.ok) return right;
      const made = e.op === '*' ? product(left.value, right.value) : quotient(left.value, right.value);
      const does = e.op === '*' ? 'multiplied' : 'divided';
      return made === null ? refuse({ wrong: 'units-differ', at: e.at, left: left.value, right: right.value, does }) : ok(made);
    }
  }
};

const joined = (left: Found, right: Found, at: number, does: string): Found => {
  if (!left.ok) return left;
  if (!right.ok) return right;
  if (left.value === right.value || right.value === 'number') return left;
  return left.value === 'number' ? right : refuse({ wrong: 'units-differ', at, left: left.value, right: right.value, does });
};

const product = (a: Quantity, b: Quantity): Quantity | null => {
  if (a === 'money' && b === 'money') return null;
  if (a === 'money' || b === 'money') return 'money';
  if (a === 'number') return b;
  return b === 'number' || a === b ? a : 'count';
};

const quotient = (a: Quantity, b: Quantity): Quantity | null => {
  if (b === 'money') return a === 'money' ? 'number' : null;
  if (a === 'money') return 'money';
  return a === b ? 'number' : a;
};

/** Whether what the formula counts can stand in the unit of its metric. A plain number can stand in all. */
export const standsIn = (found: Quantity, unit: Unit): boolean => found === unit || found === 'number';
