/** What is wrong with a formula, where, and what to do. Columns count from 1; a name in square brackets counts whole. */
import type { FormulaProblem, Quantity } from '../../domain/strategy/formula/expression.ts';
import { list, short } from './format.ts';
import type { RefusalWords } from './refusal-table.ts';

const quoted = (text: string): string => `“${short(text, 60)}”`;
const KINDS: { readonly [Q in Quantity]: string } = { money: 'money', count: 'a count', percent: 'a percentage', number: 'a plain number' };
const UNITS: { readonly [unit: string]: string } = { money: 'money', count: 'a count', percent: 'a percentage' };
const or = (choices: readonly string[]): string => list(choices.map((choice) => `[${choice}]`)).replace(/ and (?=\[[^\]]*\]$)/, ' or ');

/** "Column 14: there is nothing called …", and the next step. */
export const formulaWords = (problem: FormulaProblem): RefusalWords => {
  const { text, todo } = said(problem);
  return { text: `Column ${problem.at}: ${text}`, todo };
};

const said = (problem: FormulaProblem): RefusalWords => {
  switch (problem.wrong) {
    case 'empty':
      return { text: 'the formula is empty.', todo: 'Write one, such as [Won revenue] / [Deals won].' };
    case 'too-long':
      return { text: 'the formula is longer than 1,000 characters.', todo: 'Give part of it a name as a KPI, and name that.' };
    case 'too-deep':
      return { text: 'more than 60 parentheses stand in each other.', todo: 'Give part of it a name as a KPI, and name that.' };
    case 'ends-early':
      return {
        text: 'the formula ends where a value is expected.',
        todo: 'Add a number or a name in square brackets, or take the last sign away.',
      };
    case 'name-not-closed':
      return { text: 'a name begins here and does not end.', todo: 'Close it with a square bracket: [Won revenue].' };
    case 'paren-not-closed':
      return { text: 'a parenthesis opens here and is not closed.', todo: 'Add the missing “)”.' };
    case 'character':
      return {
        text: `${quoted(problem.found)} means nothing in a formula.`,
        todo: 'Use numbers, names in square brackets, + - * / and parentheses.',
      };
    case 'number':
      return {
        text: `${quoted(problem.found)} is no number.`,
        todo: 'Write it with a point and without spaces or thousands marks: 12500.75.',
      };
    case 'word':
      return {
        text: `${quoted(problem.found)} stands alone.`,
        todo: `If it is a name, put it in square brackets: [${short(problem.found, 40)}].`,
      };
    case 'function':
      return { text: `there is no function ${quoted(problem.found)}.`, todo: 'There are min, max and if.' };
    case 'arguments':
      return {
        text: `${problem.found} wants ${problem.wants}.`,
        todo:
          problem.found === 'if' ? 'Write if([Deals won] > 0, one value, the other).' : `Separate them by commas: ${problem.found}(1, 2).`,
      };
    case 'operator-missing':
      return { text: `a sign is missing before ${quoted(problem.found)}.`, todo: 'Put + - * or / between the two values.' };
    case 'not-here':
      return { text: `${quoted(problem.found)} cannot stand here.`, todo: 'Put a value before it, or take it away.' };
    case 'comparison-missing':
      return { text: 'if wants a comparison first.', todo: 'Compare two values with < <= > >= or =.' };
    case 'comparison-outside':
      return { text: 'a comparison stands only within if.', todo: 'Write if([Deals won] > 0, one value, the other).' };
    case 'name-unknown':
      return {
        text: `nothing is called ${quoted(problem.found)}.`,
        todo: problem.near.length > 0 ? `Perhaps ${or(problem.near)}.` : 'Name an outcome, a KPI or a measure as it is called.',
      };
    case 'name-twice':
      return { text: `${quoted(problem.found)} could mean several things.`, todo: `Say which: ${or(problem.choices)}.` };
    case 'units-differ':
      return {
        text: `${KINDS[problem.left]} and ${KINDS[problem.right]} cannot be ${problem.does} like this.`,
        todo: 'Put together what is counted in the same unit, or divide money by a count.',
      };
    case 'unit-of-result':
      return {
        text: `the formula gives ${KINDS[problem.found]}, and ${UNITS[problem.wanted] ?? problem.wanted} is wanted.`,
        todo: 'Choose the unit it gives, or change the formula.',
      };
    case 'cycle':
      return {
        text: `${quoted(problem.found)} is itself computed from this.`,
        todo: 'Leave it out: a number cannot be computed from itself.',
      };
  }
};
