/** Why the rule says what it says, in sentences; the first is the title. */
import type { Criteria, Variant } from '../../domain/campaign/criteria.ts';
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Verdict } from '../../models/verdict/verdict.ts';
import { count, dayWords, moneyFull, percentExact } from '../words/format.ts';
import { money } from '../../kernel/money.ts';
import { countedWords, sideWords, thresholdWords } from '../words/criteria.ts';
import { isMoney } from './counted.ts';
import type { Judgeable } from './judgeable.ts';
import type { Late } from './late.ts';
import type { LookRow } from './look-rows.ts';
import { points } from './points.ts';
import { valueWords } from './value-words.ts';

export type Unseen = {
  readonly criteria: Criteria;
  readonly judged: Judgeable;
  readonly variants: readonly Variant[];
  readonly currency: Currency | null;
  readonly today: Day;
  readonly verdict: Verdict;
  readonly now: LookRow | null;
  readonly late: Late | null;
};

export const whyOf = (at: Unseen): { readonly title: string; readonly why: readonly string[] } => {
  const { criteria, verdict, now, today } = at;
  const { why, word } = verdict;
  const stands = now === null ? null : standsAt(at, now);
  const day = (look: number): string => dayWords(verdict.looks[look]!.on, today);
  const threshold = (side: 'scale' | 'abort'): string => sideWords(criteria.measure, side, criteria[side], at.currency);
  const wrong = `at most ${percentExact(criteria.error)} of such verdicts are wrong, however often somebody looks`;
  switch (why.code) {
    case 'no-look':
      return { title: 'Nothing has been seen yet', why: [`The rule speaks from ${count(criteria.minimum)} cases of each variant on.`] };
    case 'crossed':
      return {
        title: `${word === 'scale' ? 'Scale it' : 'Abort it'}: ${stands}, surely ${threshold(word === 'scale' ? 'scale' : 'abort')}`,
        why: [
          `The look of ${day(why.look)} showed that it is ${threshold(word === 'scale' ? 'scale' : 'abort')}; ${wrong}.`,
          ...afterwards(at, why.look),
        ],
      };
    case 'too-few':
      return {
        title: `Keep going: ${count(why.n)} of at least ${count(why.minimum)} cases`,
        why: [
          `${stands === null ? 'Nothing yet' : `So far ${stands}`}; nothing is said before ${count(why.minimum)} cases of each variant${late(at)}.`,
        ],
      };
    case 'neither-yet':
      return {
        title: `Keep going: ${stands}`,
        why: [
          `Neither ${threshold('scale')} nor ${threshold('abort')} is sure yet, at an accepted error of ${percentExact(criteria.error)}; there is time until ${dayWords(criteria.deadline, today)}.`,
          ...(at.late?.early === true
            ? ['Too early to call it too little: much of what these cases will bring has not had time to come.']
            : []),
        ],
      };
    case 'deadline-passed':
      return {
        title: `Review: the deadline has passed and nothing is sure${stands === null ? '' : `; ${stands}`}`,
        why: [
          `By ${dayWords(criteria.deadline, today)} neither ${threshold('scale')} nor ${threshold('abort')} was sure. People decide now, and write why.`,
        ],
      };
    case 'guard-broken':
      return {
        title: `Review: a guardrail is broken`,
        why: [`By the look of ${day(why.look)} it is sure that ${guardWords(at, why.guard)}. The measure stands at ${stands}.`],
      };
    case 'sample-ratio':
      return {
        title: 'Review: the variants did not get their shares',
        why: [`The look of ${day(why.look)} raised the alarm; until its reason is found, the comparison is not to be believed.`],
      };
    case 'went-back':
      return {
        title: 'Review: counts went back',
        why: [
          'A look has fewer cases, or fewer of what came, than the one before, and does not say that it corrects it. Tell the right sums again, with the reason.',
        ],
      };
    case 'both-crossed':
      return {
        title: 'Review: it was surely above and surely below',
        why: [
          `The look of ${day(why.scale)} said scale and that of ${day(why.abort)} said abort: what is measured has changed on the way. ${stands === null ? '' : `Now ${stands}.`}`,
        ],
      };
  }
};

/** "31 of 300 replies (10.3 %)". */
const standsAt = ({ criteria: { measure }, judged, variants, currency }: Unseen, { arms, arm, value }: LookRow): string => {
  const one = arms[arm];
  if (one === undefined || value === null) return 'nothing has come yet';
  const of = variants.length > 1 ? ` in “${variants[arm]?.name ?? ''}”` : '';
  const [what, cases] = [countedWords(measure.of), countedWords(measure.outOf)];
  if (judged.unit === 'difference')
    return `“${variants[arm]?.name ?? ''}” has ${valueWords(value, 'difference', currency)} than “${variants[0]?.name ?? ''}”`;
  if (judged.unit === 'share') return `${count(one.came)} of ${count(one.n)}${of}, ${points(value)}`;
  const came = isMoney(measure.of) ? moneyFull(money(Math.round(one.came), currency)) : count(one.came, 1);
  return `${came} ${isMoney(measure.of) ? '' : `${what} `}for ${isMoney(measure.outOf) ? moneyFull(money(Math.round(one.n), currency)) : count(one.n)} ${isMoney(measure.outOf) ? '' : `${cases} `}${of}, ${valueWords(value, judged.unit, currency)} each`.replaceAll(
    / +/g,
    ' ',
  );
};

/** What was seen after the look that decided. */
const afterwards = ({ verdict, now, judged, currency }: Unseen, look: number): string[] => {
  const then = verdict.looks[look]!;
  if (now === null || now.on === then.on || now.value === null || then.value === null) return [];
  return [
    `It stood at ${valueWords(then.value, judged.unit, currency)} then and at ${valueWords(now.value, judged.unit, currency)} now; a threshold once crossed stays crossed.`,
  ];
};

const late = ({ late: found }: Unseen): string =>
  found?.early === true ? '. Much of what these cases will bring has not had time to come' : '';

const guardWords = ({ criteria, currency }: Unseen, guard: number): string => {
  const { measure, limit } = criteria.guardrails[guard]!;
  return `${countedWords(measure.of)} ${measure.better === 'more' ? 'are under' : 'are over'} ${thresholdWords({ ...measure, relative: false }, limit, currency)}`;
};
