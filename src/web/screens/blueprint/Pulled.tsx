import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { capital } from '../../../views/words/format.ts';
import { leverWords } from '../../../views/words/events-blueprint.ts';
import { Button } from '../../components/Button.tsx';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './NotDoingList.module.css';

/** What was decided to make it fit: each lever with its reason, taken back while nothing is agreed. */
export const Pulled = ({ view, period }: { readonly view: BlueprintView; readonly period: string }) => {
  const { book, today, nameOf, noteOf, may, ask } = useCompany();
  const narrow = useNarrow();
  const open = view.state !== 'agreed';
  const pulled = open
    ? (book.blueprint.get(period)?.levers ?? []).filter((l) => !l.released)
    : view.plan.levers.map((lever, i) => ({ n: i + 1, lever, by: null }));
  if (pulled.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="levers">
      <h2 id="levers">What was decided so that it fits</h2>
      <ul className={css.lines}>
        {pulled.map(({ n, lever, by }) => (
          <li key={n}>
            <b>{capital(leverWords(lever, { book, today, nameOf }))}</b>
            <span className="agreed">{noteOf(lever.why)}</span>
            {by && <small>{nameOf(by)}</small>}
            {open && !narrow && may('blueprint/release-lever') && (
              <Button
                size="small"
                kind="quiet"
                onPress={() => {
                  const answer = ask([{ type: 'blueprint/release-lever', period, n }]);
                  if (!answer.ok) say({ kind: 'problem', text: answer.words });
                }}
              >
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
