/** A verdict in the one shape of an answer: a row for each look, the look as it stands as the total, what a reader must know as findings. */
import type { Answer, Figure, Finding, Row } from '../../kernel/answer.ts';
import { finding } from '../answers/findings.ts';
import { coverageOf } from '../answers/frame.ts';
import { percentExact } from '../words/format.ts';
import type { LookRow } from './look-rows.ts';
import { casesFigure, guardFigure, type Of } from './said.ts';
import type { VerdictInput } from './verdict-input.ts';
import type { VerdictView } from './verdict-view.ts';

export const verdictAnswer = ({ company, name, asOf, loads }: Of, { criteria, variants }: VerdictInput, view: VerdictView): Answer => ({
  question: 'verdict',
  company,
  asOf,
  loads,
  definition: [
    `What the rule says of “${name}”: ${view.measure}.`,
    `Each look sums up all cases to its day. The intervals hold at every look at once, each side at an error of ${percentExact(criteria.error)}; a threshold is crossed where the interval has passed it, and stays crossed. Looks before ${criteria.minimum} cases of each variant, or after ${criteria.deadline}, decide nothing.`,
    view.shows,
  ].join(' '),
  rows: view.looks.map((look) => rowOf(look, variants)),
  total: {
    ...(view.now === null ? { n: 0 } : rowOf(view.now, variants)),
    key: 'total',
    ...Object.fromEntries((view.now?.arms ?? []).map(({ n }, i) => [casesFigure(i), n])),
    ...Object.fromEntries(view.guards.map(({ worst }, i) => [guardFigure(i), worst])),
    word: view.word,
    title: view.title,
    decidedOn: view.decidedOn,
  },
  coverage: coverageOf(view.now?.n ?? 0, []),
  findings: findingsOf(view),
});

const rowOf = (look: LookRow, variants: VerdictInput['variants']): Row => ({
  key: look.on,
  n: look.n,
  value: estimate(look),
  forScale: look.forScale,
  forAbort: look.forAbort,
  plainChance: look.plainChance,
  said: look.said,
  ...(variants.length > 1 && {
    leads: variants[look.arm]?.name ?? null,
    arms: look.arms.map((arm, i): Figure => ({ variant: variants[i]?.name ?? null, ...arm })),
  }),
});

const estimate = ({ value, low, high }: LookRow): Figure =>
  value === null ? null : low === null || high === null ? value : { value, low, high };

const findingsOf = ({ guards, ratio, late, plainly, shows, why }: VerdictView): Finding[] => [
  ...why.map((text) => finding('why', 0, text)),
  ...guards.filter(({ broken }) => broken).map(({ text }) => finding('guard-broken', 1, text)),
  ...(ratio === null || ratio.alarm === 'none'
    ? []
    : [
        finding(
          'sample-ratio',
          ratio.observed.reduce((sum, n) => sum + n, 0),
          ratio.text,
          { detail: { chance: ratio.chance, ever: ratio.ever, alarm: ratio.alarm } },
        ),
      ]),
  ...(late === null ? [] : [finding('late-outcome', 0, late.text)]),
  ...(plainly === null ? [] : [finding('plain-look', 0, plainly.text)]),
  ...(shows.startsWith('Not randomised') ? [finding('not-a-cause', 0, shows)] : []),
];
