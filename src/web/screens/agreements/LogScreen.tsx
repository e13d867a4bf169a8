import { useLocation, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { LoggedDecision } from '../../../domain/agreements/logged.ts';
import type { LoggedId } from '../../../kernel/ids.ts';
import { capital, dayWords, inWords, list, plural, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { AgreeTabs } from './AgreeTabs.tsx';
import { LogDialog } from './LogDialog.tsx';
import { LoggedDrawer } from './LoggedDrawer.tsx';
import css from './LogScreen.module.css';

const HOME = '/agree/log';

/** What was decided, why, by whom, and on which numbers as they stood. */
export const LogScreen = () => {
  const { book, may, nameOf, today } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const all = [...book.logged.values()].toSorted((a, b) => b.on.localeCompare(a.on) || b.loggedAt.localeCompare(a.loggedAt));
  const open = id ? book.logged.get(id as LoggedId) : undefined;
  const forbid = may('logged/decide') ? null : 'Owners, marketers and stakeholders log decisions';
  const add = (): void => go(`${HOME}?do=add`);
  useKey('n', 'Log a decision', add, forbid === null);
  const supersedes = search.get('supersedes') as LoggedId | null;
  return (
    <>
      <Head
        title={titleOf(all)}
        sub="A question, what was decided, what else was thought of, and the numbers as they stood. Never reworded: who decides otherwise logs a new one."
        actions={
          <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
            Log a decision
          </Button>
        }
      />
      <AgreeTabs current={HOME} />
      {all.length === 0 ? (
        <Empty
          action={
            <Button onPress={add} forbid={forbid}>
              Log the first one
            </Button>
          }
        >
          A logged decision reads like “Do we go to the fair? No: the letters bring more for less.” Open any number and press “Use as
          evidence” to keep it as it stands today; a year from now this page shows what you knew.
        </Empty>
      ) : (
        <ol className={css.log} aria-label="Logged decisions">
          {all.map((l) => (
            <li key={l.id} className={[l.supersededBy && css.past, l.id === id && css.current].filter(Boolean).join(' ') || undefined}>
              <button type="button" onClick={() => go(`${HOME}/${l.id}`)}>
                <time dateTime={l.on}>{dayWords(l.on, today)}</time>
                <span>
                  <b>{l.matter}</b>
                  <span className={`agreed ${css.words}`}>{l.decided}</span>
                </span>
                <span className={css.who}>
                  {list(l.deciders.map((who) => nameOf(who)))}
                  <small>
                    {[
                      l.evidence.length > 0 && tally(l.evidence.length, 'number'),
                      l.supersededBy && `superseded by ${book.logged.get(l.supersededBy)?.ref ?? 'another'}`,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {open && <LoggedDrawer key={open.id} logged={open} order={all.map((l) => l.id)} />}
      {search.get('do') === 'add' && forbid === null && (
        <LogDialog
          key={supersedes ?? 'new'}
          supersedes={supersedes ? (book.logged.get(supersedes) ?? null) : null}
          onClose={(made) => go(made ? `${HOME}/${made}` : HOME)}
        />
      )}
    </>
  );
};

const titleOf = (all: readonly LoggedDecision[]): string => {
  if (all.length === 0) return 'No decision is logged yet.';
  const standing = all.filter((l) => l.supersededBy === null);
  const bare = standing.filter((l) => l.evidence.length === 0).length;
  const stands = `${capital(plural(standing.length, 'logged decision'))} ${standing.length === 1 ? 'stands' : 'stand'}`;
  if (bare === 0) return `${stands}, each on a number as it stood.`;
  return bare === standing.length
    ? `${stands}, and none rests on a number.`
    : `${stands}; ${inWords(bare)} ${bare === 1 ? 'rests' : 'rest'} on no number.`;
};
