import { useState } from 'react';
import type { Criteria } from '../../../domain/campaign/criteria.ts';
import { daysBetween, type Day } from '../../../kernel/day.ts';
import type { SegmentId } from '../../../kernel/ids.ts';
import { judgeable } from '../../../views/verdict/judgeable.ts';
import { measureWords } from '../../../views/words/criteria.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';

type Props = {
  readonly criteria: Criteria;
  readonly variants: number;
  readonly segment: SegmentId | null;
  readonly channel: string;
  /** First day of the campaign. */
  readonly from: Day;
};

/** How fast such cases came so far is known of touches and leads of a channel; of what is told by hand, or follows from leads, it is not. */
const paceOf = (outOf: Criteria['measure']['outOf'], channel: string) =>
  outOf.what === 'lead'
    ? { of: 'lead' as const, channel }
    : outOf.what === 'touch'
      ? { of: 'touch' as const, channel, ...(outOf.kind !== '' && { kind: outOf.kind }) }
      : {};

/** How many cases it takes to tell the two thresholds apart, whether the audience has that many, and what such campaigns have reached. */
export const SampleSizeHelp = ({ criteria, variants, segment, channel, from }: Props) => {
  const { scale, abort, error, minimum, measure } = criteria;
  const within = Math.min(3650, daysBetween(from, criteria.deadline) + 1);
  const { company } = useCompany();
  const [base, setBase] = useState<number | null>(null);
  const [half, setHalf] = useState<number | null>(null);
  const [ninth, setNinth] = useState<number | null>(null);
  const [paying, setPaying] = useState<number | null>(100);
  const judged = judgeable(measure, variants);
  const said = 'unsayable' in judged ? null : judged;
  const kind = said === null ? 'share' : said.asked.inverse ? 'cost' : said.arms;
  const compared = said?.asked.against === 'difference';
  const mean = kind === 'mean' || kind === 'ratio';
  const money = measure.of.what === 'revenue' || measure.of.what === 'spend';
  const apart = measure.better === 'more' ? scale > abort : scale < abort;
  const inRange = compared ? mean || base !== null : Math.min(scale, abort) > 0 && (kind !== 'share' || Math.max(scale, abort) < 1);
  const fine = said !== null && Number.isSafeInteger(minimum) && minimum <= 1e9 && apart && inRange && error > 0 && error < 0.5;
  const words = measureWords(measure);
  const { data: library } = useFacts('verdicts', { measure: words });
  const { data } = useFacts(
    'sample-size',
    {
      measure: kind,
      scale,
      abort,
      error,
      minimum: Math.max(1, minimum),
      better: measure.better,
      power: 0.8,
      variants: Math.max(2, variants),
      ...paceOf(measure.outOf, channel),
      unit: money ? 'money' : 'each',
      like: words,
      paying: Math.min(1, Math.max(0.001, (paying ?? 100) / 100)),
      // Of amounts only their spread counts, which is relative.
      ...(compared && { base: mean ? 1 : kind === 'share' ? base! / 100 : base! }),
      ...(half !== null && ninth !== null && half > 0 && ninth >= half && { half, ninth }),
      ...(segment && { segment }),
      ...(within > 0 && { within }),
    },
    fine,
  );
  const ending = money && company.currency !== null ? { unit: company.currency } : {};
  return (
    <>
      {compared && !mean && (
        <NumberField
          label="The first variant has, as far as you know"
          hint="What is common now: the rarer it is, the more cases it takes to see a difference."
          value={base}
          onChange={setBase}
          {...(kind === 'share' && { unit: '%' })}
        />
      )}
      {mean && (data?.asks === 'spread' || half !== null || ninth !== null) && (
        <Columns>
          <NumberField label="Half stay under" value={half} onChange={setHalf} {...ending} />
          <NumberField label="Nine in ten stay under" value={ninth} onChange={setNinth} {...ending} />
          <NumberField label="Cases with any amount" value={paying} onChange={setPaying} unit="%" />
        </Columns>
      )}
      {'unsayable' in judged ? (
        <Note kind="risk">
          <p className="sm">{judged.unsayable}</p>
        </Note>
      ) : !fine ? (
        <p className="sm mut">
          {apart && compared && base === null
            ? 'Say what the first variant has, and we say how many cases are needed.'
            : 'Thresholds that differ let us say how many cases are needed.'}
        </p>
      ) : data ? (
        <Note kind={data.fits === false || data.inTime === false || (data.needed === null && data.asks === null) ? 'risk' : 'plain'}>
          {data.sentences.map((sentence) => (
            <p key={sentence} className="sm">
              {sentence}
            </p>
          ))}
        </Note>
      ) : (
        <p className="sm mut">Counting how many are needed …</p>
      )}
      {library?.library.bases.map(({ channel: where, text }) => (
        <p key={where ?? ''} className="sm mut">
          {where ?? 'All channels'}: {text}
        </p>
      ))}
    </>
  );
};
