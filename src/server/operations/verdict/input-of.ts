/** What the rule is given about a campaign: its criteria and looks from the journal, what the facts count, how late outcomes come. */
import { type Campaign } from '../../../domain/campaign/campaign.ts';
import { type Counted, type Criteria, type Measure } from '../../../domain/campaign/criteria.ts';
import { standingLooks, type Micro } from '../../../domain/campaign/micro.ts';
import { askRemembered } from '../../../facts/questions/remembered.ts';
import type { Params } from '../../../facts/questions/question.ts';
import type { Day } from '../../../kernel/day.ts';
import { dayIn } from '../../../kernel/zone.ts';
import { halfDays, shareBy, type LagFit } from '../../../models/lag/fit.ts';
import { dress } from '../../../views/answers/registry.ts';
import { ANSWER_DAYS, isByHand, isLate, spelled } from '../../../views/verdict/counted.ts';
import { namedOn } from '../../../views/verdict/name-changes.ts';
import type { EvidenceDay } from '../../../views/verdict/evidence-days.ts';
import type { CountedFacts } from '../../../views/verdict/series.ts';
import type { LagSaid, VerdictInput } from '../../../views/verdict/verdict-input.ts';
import { modelled } from '../ask/modelled.ts';
import type { Reader } from '../ask/reader.ts';
import { rowsIn } from '../ask/tables.ts';

/** A case is ripe when so much of what ever comes has come. */
const RIPE = 0.9;
const LONGEST = 1095;

/** `asOf`: the last day that anything may be known of: of facts dated until then, of looks told until then. */
export const inputOf = async (reader: Reader, campaign: Campaign, micro: Micro, criteria: Criteria, asOf: Day): Promise<VerdictInput> => {
  const { context, head } = reader;
  const [measured, ...guarded] = await Promise.all(
    [criteria.measure, ...criteria.guardrails.map(({ measure }) => measure)].map((measure) =>
      countedOf(reader, campaign, micro, measure, asOf),
    ),
  );
  return {
    criteria,
    variants: micro.variants,
    randomised: micro.randomised,
    told: standingLooks({ ...micro, looks: micro.looks.filter(({ on, at }) => on <= asOf && at.slice(0, 10) <= asOf) }),
    measured: measured!.counted,
    guarded: guarded.map(({ counted }) => counted),
    lag: measured!.lag,
    renamed: namedOn(micro.renamed, (at) => dayIn(context.book.company.get('company')!.zone, at)),
    currency: context.book.company.get('company')?.currency ?? head.currency,
    today: asOf,
  };
};

type Found = { readonly counted: CountedFacts | null; readonly lag: LagSaid | null };

const countedOf = async (reader: Reader, campaign: Campaign, micro: Micro, measure: Measure, asOf: Day): Promise<Found> => {
  if (isByHand(measure)) return { counted: null, lag: null };
  const lag = isLate(measure) ? await lagOf(reader, measure, asOf) : null;
  const wait = !isLate(measure) ? ANSWER_DAYS : lag === null ? null : Math.min(LONGEST, Math.ceil(halfDays(lag.fit, RIPE)));
  // Where nine in ten take longer than anybody waits, what has come by then is less than that.
  const share = lag === null || wait === null ? 1 : Math.min(RIPE, shareBy(lag.fit, wait) / (1 - lag.fit.never));
  // Cost for each case is cases over money, turned round.
  const inverse = measure.kind === 'ratio' && measure.of.what === 'spend';
  const raw = await rawFor(reader, 'evidence', {
    id: campaign.id,
    of: spelled(inverse ? measure.outOf : measure.of),
    outOf: spelled(inverse ? measure.of : measure.outOf),
    ...(micro.variants.length > 1 && { variants: micro.variants.map(({ name }) => name) }),
    ...(wait !== null && { wait }),
    since: micro.started?.on ?? campaign.from,
    asOf,
  });
  // A measure that the facts cannot count (a stage that is gone) brings nothing; the view says why it cannot be judged.
  return { counted: raw === null ? { days: [], wait, share } : { days: rowsIn<EvidenceDay>(raw, 'days'), wait, share }, lag };
};

const rawFor = async ({ engine, context }: Reader, question: string, params: Params) => {
  const raw = await askRemembered(engine, question, { ...params, today: context.today });
  return raw.ok ? raw.value : null;
};

const lagOf = async (reader: Reader, { of, outOf }: Measure, asOf: Day): Promise<LagSaid | null> => {
  const [from, to] = [milestoneOf(outOf, 'lead'), milestoneOf(of, 'won')];
  if (from === to) return null;
  const raw = await rawFor(reader, 'lag-curve', { from, to, asOf });
  if (raw === null) return null;
  const { total } = dress('lag-curve', await modelled(reader.models, 'lag-curve', raw));
  const fit = (total['fit'] ?? null) as LagFit | null;
  const half = (total['halfDays'] ?? null) as { readonly value: number } | null;
  // A half that lies beyond what anybody waits for is drawn from a curve, not from what was seen.
  if (fit === null || half === null || !(half.value >= 0 && half.value <= LONGEST)) return null;
  return { fit, half: half.value, n: total.n, came: Number(total['came'] ?? 0), from, to };
};

/** Where a lag begins or ends: money spent reaches people as touches do, revenue comes with the win. */
const milestoneOf = (counted: Counted, else_: 'lead' | 'won'): string =>
  counted.what === 'stage'
    ? counted.stage
    : counted.what === 'opportunity'
      ? 'opened'
      : counted.what === 'touch' || counted.what === 'spend'
        ? 'touch'
        : counted.what === 'lead' || counted.what === 'won'
          ? counted.what
          : else_;
