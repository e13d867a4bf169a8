import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { Ground } from '../../../views/delivery/input.ts';
import { kindsOfWork } from '../../../views/delivery/latest-useful-start.ts';
import type { MeasuredLags } from '../../../views/delivery/measured-lags.ts';
import { count } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useLags } from '../../state/use-lags.ts';
import { say } from '../../state/toasts.ts';
import css from './AssumeDialog.module.css';

type Bounds = { readonly low: number | null; readonly high: number | null };
type Days = { readonly half: number | null; readonly most: number | null };

/** What the dates rest on, and what people state because nobody can measure it: growth of the work, lags by kind of work. */
export const AssumeDialog = ({ ground, onClose }: { readonly ground: Ground; readonly onClose: () => void }) => {
  const { book, ask, may } = useCompany();
  const stated = book.assumption.get('assumption');
  const { growth } = ground;
  const [found, setFound] = useState<Bounds>({ low: growth.discoveredLow * 100, high: growth.discoveredHigh * 100 });
  const [split, setSplit] = useState<Bounds>({ low: growth.splitLow, high: growth.splitHigh });
  const kinds = kindsOfWork(book);
  const measured = useLags();
  const was = new Map((stated?.lags ?? []).map((lag) => [lag.kind, lag]));
  const [lags, setLags] = useState<ReadonlyMap<string, Days>>(
    () => new Map(kinds.map((kind) => [kind, { half: was.get(kind)?.half ?? null, most: was.get(kind)?.most ?? null }])),
  );
  const [refused, setRefused] = useState<string | null>(null);
  const forbid = may('assumption/growth') ? null : 'Only owners and marketers state assumptions';
  const keep = (): void => {
    const commands: Command[] = [];
    const [low, high] = [(found.low ?? 0) / 100, (found.high ?? 0) / 100];
    const [least, most] = [split.low ?? 1, split.high ?? 1];
    if (low !== growth.discoveredLow || high !== growth.discoveredHigh || least !== growth.splitLow || most !== growth.splitHigh)
      commands.push({ type: 'assumption/growth', discoveredLow: low, discoveredHigh: high, splitLow: least, splitHigh: most });
    for (const [kind, days] of lags) {
      const known = was.get(kind);
      if (days.half === null && days.most === null) {
        if (known) commands.push({ type: 'assumption/forget-lag', kind });
      } else if (days.half === null || days.most === null) return setRefused(`${kind}: give both numbers of days, or neither.`);
      else if (known?.half !== days.half || known.most !== days.most)
        commands.push({ type: 'assumption/lag', kind, half: days.half, most: days.most });
    }
    const answer = commands.length === 0 ? null : ask(commands);
    if (answer && !answer.ok) return setRefused(answer.words);
    if (answer) say({ kind: 'done', text: 'The dates rest on what you stated now.' });
    onClose();
  };
  const setLag = (kind: string, days: Partial<Days>): void =>
    setLags((now) => new Map(now).set(kind, { half: null, most: null, ...now.get(kind), ...days }));
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="What the dates rest on"
      onSubmit={() => !forbid && keep()}
      foot={
        <>
          <Button onPress={onClose}>Leave it</Button>
          <Button kind="primary" submit forbid={forbid}>
            Keep these assumptions
          </Button>
        </>
      }
    >
      <Note>
        {ground.ruling.why} {ground.ruling.needs}
      </Note>
      <fieldset className={css.group}>
        <legend>Work grows</legend>
        <p className="sm mut">What stands here is not all that will be done. Nothing is counted until you say so.</p>
        <div className={css.four}>
          <NumberField label="Found on the way, at least" unit="%" value={found.low} onChange={(low) => setFound({ ...found, low })} />
          <NumberField label="at most" unit="%" value={found.high} onChange={(high) => setFound({ ...found, high })} />
          <NumberField
            label="One item turns into, at least"
            unit="items"
            value={split.low}
            onChange={(low) => setSplit({ ...split, low })}
          />
          <NumberField label="at most" unit="items" value={split.high} onChange={(high) => setSplit({ ...split, high })} />
        </div>
      </fieldset>
      <fieldset className={css.group}>
        <legend>Work takes time to show an effect</legend>
        <p className="sm mut">
          Days from the start of the work until half of its effect shows, and most of it (85 %). The latest useful start follows from it;
          where your own leads measure it, the measured days count, and these stand for comparison.
        </p>
        {kinds.length > 0 && (
          <div className={css.lag} aria-hidden="true">
            <span />
            <span className="dim">half after</span>
            <span className="dim">most after</span>
          </div>
        )}
        {kinds.length === 0 && <p className="sm">No kind of work yet: a kind is the channel of a campaign.</p>}
        {kinds.map((kind) => (
          <div key={kind} className={css.lag} role="group" aria-label={kind}>
            <span>{kind}</span>
            <NumberField
              label={`${kind}: half after`}
              unit="days"
              value={lags.get(kind)?.half ?? null}
              onChange={(half) => setLag(kind, { half })}
            />
            <NumberField
              label={`${kind}: most after`}
              unit="days"
              value={lags.get(kind)?.most ?? null}
              onChange={(most) => setLag(kind, { most })}
            />
            <MeasuredBeside lags={measured} kind={kind} />
          </div>
        ))}
      </fieldset>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

/** What the company's own leads say of a kind of work, beside what is stated. */
const MeasuredBeside = ({ lags, kind }: { readonly lags: MeasuredLags | null; readonly kind: string }) => {
  const own = lags?.opened.kinds.find((lag) => lag.kind.toLowerCase() === kind.toLowerCase());
  if (!own) return <span className={`${css.beside} dim sm`}>{lags === null ? 'being counted' : 'not measured'}</span>;
  const range = `${count(own.half)} (${count(own.low)} to ${count(own.high)})`;
  return (
    <span className={`${css.beside} sm`}>
      {own.stands === 'borrowed'
        ? `too few of its own; all channels ${range}`
        : `measured: half after ${range}, most after ${count(own.most)}`}{' '}
      days from the lead to an opportunity
    </span>
  );
};
