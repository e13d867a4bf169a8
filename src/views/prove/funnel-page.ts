/** The funnel page in words: the finding, the parts of velocity, and what each step says. */
import type { Answer, Estimate, Figure, Row } from '../../kernel/answer.ts';
import type { Money } from '../../kernel/money.ts';
import { capital, count, dayWords, days, list, moneyShort, percent, plural } from '../words/format.ts';

const UNITS: { readonly [entry: string]: string } = { touched: 'account', lead: 'lead', opened: 'deal' };
export const entryUnit = (entry: string): string => UNITS[entry] ?? 'deal';

export const estimateOf = (figure: Figure | undefined): Estimate | null =>
  figure !== null && typeof figure === 'object' && 'low' in figure && 'value' in figure ? (figure as Estimate) : null;
export const moneyOf = (figure: Figure | undefined): Money | null =>
  figure !== null && typeof figure === 'object' && 'minor' in figure ? (figure as Money) : null;

/** A figure that is words; nothing where it is not. */
export const textOf = (figure: Figure | undefined): string => (typeof figure === 'string' ? figure : '');

/** "42 % (36 % to 48 %)". */
export const shareWords = (share: Estimate | null): string =>
  share === null ? 'not known' : `${percent(share.value)} (${percent(share.low)} to ${percent(share.high)})`;

/** The steps of the whole, without those of single cuts. */
export const stepsOf = (answer: Answer): readonly Row[] => {
  const cut = answer.rows.filter((row) => row['cut'] !== undefined);
  return cut.length === answer.rows.length ? cut : answer.rows.filter((row) => row['cut'] === undefined);
};

/** The finding of the page. */
export const funnelTitle = (answer: Answer, entry: string, when: string, calendar: boolean): string => {
  const steps = stepsOf(answer);
  const unit = entryUnit(entry);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || first.n === 0) return `No ${unit} is known to have entered in ${when}.`;
  const ended = last!['won'] === true ? 'won' : null;
  if (calendar)
    return `In ${when} ${plural(first.n, unit)} entered and ${count(last!.n)} ${ended ? 'were won' : `reached “${stepName(last!)}”`}; those are mostly not the same ones.`;
  const young = steps.some((row) => row['ripe'] === false);
  const early = steps.some((row) => row['leftTruncated'] === true);
  const won = ended
    ? `${count(last!.n)} ${last!.n === 1 ? 'is' : 'are'} won${young ? ' so far' : ''}`
    : `${count(last!.n)} reached “${stepName(last!)}”${young ? ' so far' : ''}`;
  const weakest = weakestStep(steps);
  return `Of ${plural(first.n, unit)} of ${when}, ${won}${weakest && !young && !early ? `; most stop before “${stepName(weakest)}”` : young ? ', and it is too early to judge' : ''}.`;
};

/** By which stage definitions an answer was counted; null where it counts no stages. */
export const stagesSaid = (answer: Answer, today?: string): { readonly signed: boolean; readonly text: string } | null => {
  const said = answer.total['stages'] as
    | { readonly version: number; readonly since: string | null; readonly signedOn: string | null }
    | null
    | undefined;
  if (!said) return null;
  if (said.version === 0)
    return { signed: false, text: 'Stages in the order of the files: marketing and sales have not signed what they mean.' };
  return {
    signed: true,
    text: `Stages, version ${said.version}${said.signedOn ? `, signed by marketing and sales on ${dayWords(said.signedOn, today)}` : ''}, in force since ${dayWords(said.since!, today)}.`,
  };
};

/** What makes a deal a qualified opportunity, where the signed definitions say it. */
export const qualifiedSaid = (answer: Answer): string | null => {
  const said = (answer.total['stages'] as { readonly qualified?: string | null } | null | undefined)?.qualified;
  return said ? `A qualified opportunity is a deal that reached “${said}”, the first stage that sales owns.` : null;
};

const stepName = (row: Row): string => row.key.replace(/^.*: /, '');

const weakestStep = (steps: readonly Row[]): Row | null =>
  steps
    .filter((row) => estimateOf(row['ofBefore']))
    .toSorted((a, b) => estimateOf(a['ofBefore'])!.value - estimateOf(b['ofBefore'])!.value)[0] ?? null;

/** What a step says, sentence by sentence. */
export const stepWords = (row: Row, unit: string): readonly string[] => {
  const [before, all] = [estimateOf(row['ofBefore']), estimateOf(row['ofAll'])];
  const time = row['days'] as { readonly median: number; readonly low: number; readonly high: number } | null | undefined;
  return [
    `${capital(plural(row.n, unit))} reached it${before ? `: ${shareWords(before)} of the step before` : ''}${all && row['step'] !== 1 ? `, ${shareWords(all)} of all that entered` : ''}.`,
    ...(time
      ? [
          `It took ${days(Math.round(time.median))} from the step before; four in five took ${count(Math.round(time.low))} to ${days(Math.round(time.high))}.`,
        ]
      : []),
    ...(Number(row['skipped'] ?? 0) > 0
      ? [
          `${capital(plural(Number(row['skipped']), unit))} went past it without a sign of it: counted as having passed it, with no time there.`,
        ]
      : []),
    ...(Number(row['lost'] ?? 0) > 0 ? [`${capital(plural(Number(row['lost']), unit))} came no further and ended as lost.`] : []),
    ...(Number(row['waiting'] ?? 0) > 0 && row['ofBefore'] !== undefined
      ? [`${capital(plural(Number(row['waiting']), unit))} came no further so far.`]
      : []),
    ...(row['ripe'] === false
      ? [`Too young: it can be judged from ${dayWords(textOf(row['ripeOn']))} on, when all were watched for as long as nine in ten took.`]
      : []),
    ...(row['ripe'] === null && row['step'] !== 0 ? ['Too few ever reached it to say when a cohort is old enough.'] : []),
    ...(row['leftTruncated'] === true
      ? [
          `${capital(plural(Number(row['early']), unit))} entered before the files show anybody reaching it: earlier conversions are missing.`,
        ]
      : []),
  ];
};

/** The four parts of sales velocity, in the order of the formula. */
export const velocityParts = (total: Row): readonly { readonly name: string; readonly value: string; readonly sign: string }[] => [
  { name: 'Qualified opportunities', value: count(Number(total['opportunities'] ?? 0)), sign: '' },
  { name: 'Average deal', value: moneyWords(total['value']), sign: '×' },
  { name: 'Win rate', value: shareWords(estimateOf(total['winRate'])), sign: '×' },
  { name: 'Sales cycle', value: typeof total['cycle'] === 'number' ? days(total['cycle']) : 'not known', sign: '÷' },
];

export const moneyWords = (figure: Figure | undefined): string => {
  const money = moneyOf(figure);
  return money ? moneyShort(money) : 'not known';
};

/** What two cohorts set against each other say, or why they are not. */
export const comparisonWords = (answer: Answer): { readonly refused: boolean; readonly text: string } | null => {
  const figure = answer.total['comparison'] as { readonly text?: string } | null | undefined;
  if (figure === undefined) return null;
  if (figure?.text) return { refused: false, text: figure.text };
  const refusal = answer.findings.find(({ code }) => code === 'not-comparable');
  return refusal ? { refused: true, text: `${refusal.text} ${refusal.todo ?? ''}` } : null;
};

/** The title of the page of return on cost. */
export const roiTitle = (total: Row, costless: number, model: string): string => {
  const [back, cost, roi] = [moneyOf(total['attributed']), moneyOf(total['cost']), total['roi']];
  if (back === null && cost === null) return 'Neither cost nor closed revenue is known for this quarter.';
  if (cost === null) return `${moneyShort(back!)} came back, and no cost is recorded to set it against.`;
  if (back === null || back.minor === 0) return `${moneyShort(cost)} went out, and no credit came back in this quarter.`;
  const times = typeof roi === 'number' ? `, ROI ${count(roi, 1)}` : '';
  const gaps = costless > 0 ? list([`${plural(costless, 'row')} with credit ${costless === 1 ? 'has' : 'have'} no cost recorded`]) : '';
  return `${moneyShort(back)} came back for ${moneyShort(cost)}${times}, under ${model}${gaps ? `; ${gaps}` : ''}.`;
};
