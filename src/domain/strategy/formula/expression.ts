/** A formula as it was understood. `at` is the column, from 1, where each part begins. */
export type Comparison = '<' | '<=' | '>' | '>=' | '=';
export type Expression =
  | { readonly is: 'number'; readonly value: number; readonly at: number }
  /** `said` stands between the brackets, `length` counts them too. */
  | { readonly is: 'name'; readonly said: string; readonly at: number; readonly length: number }
  | { readonly is: 'minus'; readonly of: Expression; readonly at: number }
  | { readonly is: 'two'; readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression; readonly at: number }
  | { readonly is: 'pick'; readonly pick: 'min' | 'max'; readonly among: readonly Expression[]; readonly at: number }
  | {
      readonly is: 'if';
      readonly left: Expression;
      readonly compare: Comparison;
      readonly right: Expression;
      readonly met: Expression;
      readonly otherwise: Expression;
      readonly at: number;
    };

/** What is wrong with a formula, and at which column. Its words stand in views/words/formula.ts. */
export type FormulaProblem =
  | { readonly wrong: 'empty' | 'ends-early' | 'name-not-closed' | 'paren-not-closed' | 'too-long' | 'too-deep'; readonly at: number }
  | {
      readonly wrong: 'character' | 'number' | 'word' | 'function' | 'operator-missing' | 'not-here';
      readonly at: number;
      readonly found: string;
    }
  | { readonly wrong: 'arguments'; readonly at: number; readonly found: string; readonly wants: string; readonly has: number }
  | { readonly wrong: 'comparison-missing' | 'comparison-outside'; readonly at: number }
  | { readonly wrong: 'name-unknown'; readonly at: number; readonly found: string; readonly near: readonly string[] }
  | { readonly wrong: 'name-twice'; readonly at: number; readonly found: string; readonly choices: readonly string[] }
  | { readonly wrong: 'units-differ'; readonly at: number; readonly left: Quantity; readonly right: Quantity; readonly does: string }
  | { readonly wrong: 'unit-of-result'; readonly at: number; readonly found: Quantity; readonly wanted: string }
  | { readonly wrong: 'cycle'; readonly at: number; readonly found: string };

/** What a part of a formula counts; `number` is a plain number or a ratio, which goes with everything. */
export type Quantity = 'money' | 'count' | 'percent' | 'number';

/** Every name in it, in the order in which they stand. */
export const namesIn = (e: Expression): readonly (Expression & { readonly is: 'name' })[] => {
  if (e.is === 'name') return [e];
  if (e.is === 'minus') return namesIn(e.of);
  if (e.is === 'two') return [...namesIn(e.left), ...namesIn(e.right)];
  if (e.is === 'pick') return e.among.flatMap(namesIn);
  return e.is === 'if' ? [e.left, e.right, e.met, e.otherwise].flatMap(namesIn) : [];
};
