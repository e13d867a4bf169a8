import { useMemo, useState } from 'react';
import type { ItemId } from '../../../kernel/ids.ts';
import { SURE } from '../../../views/delivery/delivery.ts';
import { usefulStarts } from '../../../views/delivery/latest-useful-start.ts';
import { dayWords, percent, tally } from '../../../views/words/format.ts';
import { openedPlain } from '../../../views/words/opened.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useLags } from '../../state/use-lags.ts';
import css from './ItemDates.module.css';
import { Mover } from './Mover.tsx';
import { useDates, useRows } from './use-backlog.ts';
import { usePlace } from './use-place.ts';

const BASIS = { measured: ' (measured)', pooled: ' (from all channels: too few of its own)', stated: ' (stated, not measured)' } as const;
const WHOLE = { priority: null, team: null };

/** When an item would be finished, what place would make it sure, and whether it can still help. Part of its drawer. */
export const ItemDates = ({ id }: { readonly id: ItemId }) => {
  const { book, today } = useCompany();
  const rows = useRows(WHOLE);
  const now = useDates(rows, null);
  const place = usePlace(rows.ids);
  const [moving, setMoving] = useState(false);
  const lags = useLags();
  const useful = useMemo(() => usefulStarts(book, today, lags), [book, today, lags]);
  const item = book.item.get(id)!;
  const dates = now.before.byItem.get(id);
  if (!dates) return null;
  const { ground, lines, lastDay } = now.before;
  const found = useful(item, dates);
  const start = found.found;
  const by = dayWords(lastDay, today);
  return (
    <>
      <section className={css.part}>
        <h3>When it would be finished</h3>
        {lines === null ? (
          <p className="sm mut">
            {ground.ruling.why} {ground.ruling.needs}
          </p>
        ) : (
          <>
            <dl className={css.dates}>
              {(
                [
                  ['50 % sure', dates.p50],
                  ['85 % sure', dates.p85],
                  ['95 % sure', dates.p95],
                ] as const
              ).map(([name, day]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{day ? dayWords(day, today) : 'beyond 50 years'}</dd>
                </div>
              ))}
            </dl>
            <p className="sm">
              {ground.ruling.basis === 'throughput' ? (
                <>
                  From{' '}
                  <Figure
                    opens={openedPlain(
                      'Items finished in the last twelve weeks',
                      tally(ground.throughput.items.length, 'item'),
                      'Weeks in which nothing was finished count too.',
                      { meaning: `Week by week, oldest first: ${ground.throughput.weeks.join(', ')}.`, things: ground.throughput.items },
                    )}
                  >
                    {tally(ground.throughput.items.length, 'item')}
                  </Figure>{' '}
                  finished in the last {ground.throughput.weeks.length} weeks.{' '}
                </>
              ) : (
                `${ground.ruling.why} `
              )}
              Chance to be finished by {by}: {percent(Math.round((dates.chance ?? 0) * 100) / 100)}.{' '}
              {(dates.chance ?? 0) < SURE &&
                (lines.sure > 0 ? `To be 85 % sure it must be at place ${lines.sure} or higher: ` : 'No place makes it 85 % sure.')}
              {(dates.chance ?? 0) < SURE && lines.sure > 0 && (
                <button type="button" className="lnk" onClick={() => setMoving(true)}>
                  show what would drop
                </button>
              )}
            </p>
          </>
        )}
      </section>
      {(start || found.why) && (
        <section className={css.part}>
          <h3>Can it still help?</h3>
          {start ? (
            <Note kind={start.late ? 'risk' : 'plain'}>
              It works like {start.kind}: half of the effect shows within{' '}
              <Figure
                opens={openedPlain(
                  `${start.kind}: until half of the effect shows`,
                  tally(Math.round(start.lag.half), 'day'),
                  start.lag.words,
                  {
                    meaning: `Most of it (85 %) shows within ${tally(Math.round(start.lag.most), 'day')}.`,
                    more: [
                      { text: 'See how it was measured', href: `/prove/lag/${encodeURIComponent(start.kind)}` },
                      { text: 'Compare with what is stated', href: '/work/backlog?do=assume' },
                    ],
                  },
                )}
              >
                {tally(Math.round(start.lag.half), 'day')}
              </Figure>
              {BASIS[start.lag.basis]}
              {start.lag.workDays > 0 && `, after ${tally(start.lag.workDays, 'day')} that work itself usually takes`}. To move “
              {start.outcome.name}” by {dayWords(start.outcome.due, today)}, work {start.late ? 'had' : 'has'} to start by{' '}
              <b>{dayWords(start.latest, today)}</b>; {item.startedOn ? 'it started' : 'at this place it starts'} on{' '}
              {dayWords(start.start, today)}. {percent(Math.round(start.share * 100) / 100)} of its effect would still land in time.
            </Note>
          ) : (
            <p className="sm mut">Not known: {found.why}</p>
          )}
        </section>
      )}
      {moving && lines && (
        <Mover
          item={id}
          now={now}
          to={lines.sure}
          onClose={() => setMoving(false)}
          onPlace={(placing, words) => void place(placing, words)}
        />
      )}
    </>
  );
};
