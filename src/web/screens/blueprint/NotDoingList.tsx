import { useState } from 'react';
import { Link } from 'wouter';
import { notDoing, type NotDoingLine } from '../../../views/plan/not-doing.ts';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { dayWords, list, plural, quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { LeaveOutDialog } from './LeaveOutDialog.tsx';
import css from './NotDoingList.module.css';
import { TellDialog } from './TellDialog.tsx';

const HOW: { readonly [H in NotDoingLine['how']]: string } = {
  wont: 'Won’t, this time',
  cut: 'Cut',
  deferred: 'Deferred',
  dropped: 'Dropped',
  stopped: 'Stopped by a change',
  'left-out': '',
  declined: 'Declined',
};
const FIRST = 7;

/** What the quarter does without: each with its reason and who was told. */
export const NotDoingList = ({ view, period }: { readonly view: BlueprintView; readonly period: string }) => {
  const { book, today, may, noteOf, nameOf, ask } = useCompany();
  const [all, setAll] = useState(false);
  const [adding, setAdding] = useState<NotDoingLine | 'new' | null>(null);
  const [telling, setTelling] = useState<NotDoingLine | null>(null);
  const lines = notDoing(book, period, view.plan, noteOf);
  const plans = may('blueprint/leave-out');
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <section className={css.section} aria-labelledby="not-doing">
      <div className={css.top}>
        <h2 id="not-doing">Not doing {quarterWords(period) === quarterWords(view.period.id) ? 'this quarter' : quarterWords(period)}</h2>
        {plans && (
          <Button size="small" kind="quiet" onPress={() => setAdding('new')}>
            Add something not done
          </Button>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="mut sm">
          Nothing is written down yet. A plan says no to something: write it here with its reason, so that those who asked can be told.
        </p>
      ) : (
        <ul className={css.grid}>
          {shown.map((line) => (
            <li key={line.key}>
              <b className={line.ref ? 'agreed' : undefined}>{line.href ? <Link href={line.href}>{line.title}</Link> : line.title}</b>
              <span>
                {line.why ? (
                  <span className="agreed">{noteOf(line.why)}</span>
                ) : plans && !line.ref ? (
                  <button type="button" className={css.missing} onClick={() => setAdding(line)}>
                    Write down why
                  </button>
                ) : (
                  <em className={css.none}>No reason is written down.</em>
                )}{' '}
                {HOW[line.how] && (
                  <span className="dim">
                    {line.ref && `${line.ref}: `}
                    {HOW[line.how]}
                    {line.until && ` until ${dayWords(line.until, today)}`}.
                  </span>
                )}{' '}
                {line.told.length > 0 ? (
                  <span className="dim">Told to {list(line.told.map((t) => `${nameOf(t.person)}, ${dayWords(t.on, today)}`))}.</span>
                ) : (
                  plans && (
                    <button type="button" className={css.tell} onClick={() => setTelling(line)}>
                      Nobody was told yet
                    </button>
                  )
                )}
                {line.line !== null && plans && (
                  <button
                    type="button"
                    className={css.tell}
                    onClick={() => {
                      const answer = ask([{ type: 'blueprint/reconsider', period, n: line.line! }]);
                      if (!answer.ok) say({ kind: 'problem', text: answer.words });
                    }}
                  >
                    Take it off
                  </button>
                )}
              </span>
            </li>
          ))}
          {!all && lines.length > FIRST && (
            <li>
              <b>{lines.length - FIRST} more</b>
              <button type="button" className="lnk" onClick={() => setAll(true)}>
                Open the list of {plural(lines.length, 'line')}
              </button>
            </li>
          )}
        </ul>
      )}
      {adding && <LeaveOutDialog period={period} about={adding === 'new' ? null : adding} onClose={() => setAdding(null)} />}
      {telling && <TellDialog period={period} line={telling} onClose={() => setTelling(null)} />}
    </section>
  );
};
