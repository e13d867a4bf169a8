/** Evidence: what came of a campaign's cases, for each variant, with the sums of every day on which something changed. */
import type { Answer, Figure, Row } from '../../kernel/answer.ts';
import { wilson } from '../../models/wilson.ts';
import { summedByDay, type EvidenceDay } from '../verdict/evidence-days.ts';
import { finding } from './findings.ts';
import { coverageOf, frame, moneyIn } from './frame.ts';
import { table, type Raw } from './raw.ts';
import { listed, many } from './words.ts';

type Left = {
  readonly what: 'kind' | 'no-variant' | 'two-variants' | 'no-money' | 'no-day';
  readonly name: string | null;
  readonly n: number;
};

export const dressEvidence = (raw: Raw): Answer => {
  const variants = (raw.params['variants'] ?? []) as readonly string[];
  const [of, outOf] = [String(raw.params['of']), String(raw.params['outOf'])];
  const days = summedByDay(table<EvidenceDay>(raw, 'days'), Math.max(1, variants.length));
  const left = table<Left>(raw, 'left');
  const leftOut = (what: Left['what']): number => left.filter((one) => one.what === what).reduce((sum, { n }) => sum + n, 0);
  const rows = (variants.length > 0 ? variants : ['all']).map((name, i) => ({ key: name, ...figuresOf(raw, days, i) }) satisfies Row);
  const ofMoney = of === 'revenue';
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const [none, two] = [leftOut('no-variant'), leftOut('two-variants')];
  const kinds = left.filter(({ what, name }) => what === 'kind' && name !== null).map(({ name, n: touches }) => `${name} (${touches})`);
  return frame(raw, {
    means: [
      `Of the cases of the campaign (${outOf}), what came of them (${of}), summed up to each day on which something changed.`,
      'A case of touches is a person: of the contact, else the address, else the visitor that the touch names; who was reached several times is one case from the first day on. A lead is of the campaign where it names it, or names none and its person was reached before; a deal where one of its people was reached or became a lead before it was opened, and counts once, for the person reached first.',
      ...(variants.length > 1
        ? [
            'A case belongs to the variant that its touches or its lead name in utm_content (or content, variant, version), else in what the touch was; letters and digits decide, not case.',
          ]
        : []),
      ...(raw.params['wait'] === undefined
        ? []
        : [`Ripe: cases whose first ${String(raw.params['wait'])} days are over, with what came within them.`]),
    ],
    rows,
    total: { key: 'total', n },
    coverage: coverageOf(n + none + two, [
      { why: 'naming no variant', n: none },
      { why: 'standing in more than one variant', n: two },
    ]),
    findings: [
      two === 0 ? null : finding('two-variants', two, `${many(two, 'case')} met more than one variant and count for none.`),
      leftOut('no-day') === 0
        ? null
        : finding(
            'undated',
            leftOut('no-day'),
            `${many(leftOut('no-day'), 'deal')} of the campaign came there on a day that no file says, so no look counts them.`,
          ),
      !ofMoney || leftOut('no-money') === 0
        ? null
        : finding(
            'no-amount',
            leftOut('no-money'),
            `${many(leftOut('no-money'), 'won deal')} came without a known amount and count as no money.`,
          ),
      n > 0 || kinds.length === 0
        ? null
        : finding('other-kinds', kinds.length, `No case of this kind; the touches of the campaign are: ${listed(kinds)}.`),
    ],
    money: true,
  });
};

const figuresOf = (
  raw: Raw,
  days: ReturnType<typeof summedByDay>,
  variant: number,
): { readonly n: number; readonly [figure: string]: Figure } => {
  const now = days.at(-1)?.variants[variant];
  if (now === undefined) return { n: 0, days: [] };
  const overMoney = raw.params['outOf'] === 'spend';
  return {
    n: now.n,
    ...(overMoney
      ? { spent: moneyIn(raw, now.n), came: now.happened }
      : { hits: now.hits, share: wilson(now.hits, now.n), happened: now.happened, money: moneyIn(raw, now.minor) }),
    days: days.map(({ day, variants }) => ({ day, ...variants[variant]! })),
  };
};
