/** The head of a micro-campaign's page: where it stands, what was seen last, and whether the rule speaks already. */
import type { VerdictView } from '../verdict/verdict-view.ts';
import { VERDICT_WORDS } from '../words/criteria.ts';
import { count } from '../words/format.ts';
import type { MicroFacts } from './micro-facts.ts';

type Said = Pick<VerdictView, 'word'>;

/** Whether the rule says more than to keep going: then people have something to decide. */
export const speaks = ({ word }: Said): boolean => word !== 'keep-going';

/** `said`: what the rule says now; null where it is not known yet, or does not matter any more. */
export const microTitle = ({ name, state, next, ended, looks, started }: MicroFacts, said: Said | null): string => {
  if (ended) return ended.text;
  const last = looks.findLast(({ stands }) => stands)?.arms;
  if (next.act === 'verdict' && started) {
    const seen = last && last.length > 0 ? `: ${last.map((arm) => `${count(arm.of, 2)} of ${count(arm.n)}`).join(' and ')} so far` : '';
    if (said && speaks(said))
      return `“${name}” runs${seen}. The rule says “${VERDICT_WORDS[said.word].toLowerCase()}”, and nobody has taken it yet.`;
    return `“${name}” runs${seen}, and nothing is decided.`;
  }
  if (next.act === 'freeze') return `“${name}” waits for ${next.who} to freeze its criteria.`;
  if (next.act === 'confirm') return `“${name}” waits for ${next.who} to confirm or decline an overrule.`;
  const who = next.who ? ` It waits for ${next.who}.` : '';
  return next.act === null
    ? `“${name}” is ${state}. ${next.text}.`
    : `“${name}”: ${state}. Next: ${next.text.charAt(0).toLowerCase()}${next.text.slice(1)}.${who}`;
};
