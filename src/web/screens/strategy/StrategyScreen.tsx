import { useMemo } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { Book } from '../../../domain/book.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Objective } from '../../../domain/strategy/objective.ts';
import { cascadeOf, yearOf } from '../../../views/agree/cascade.ts';
import { capital, inWords, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { AddObjective } from './AddObjective.tsx';
import { CascadeMap } from './CascadeMap.tsx';
import { Direction } from './Direction.tsx';
import { Gaps } from './Gaps.tsx';
import { ObjectiveBlock } from './ObjectiveBlock.tsx';
import { ObjectiveDrawer } from './ObjectiveDrawer.tsx';
import css from './StrategyScreen.module.css';

const HOME = '/agree/strategy';

/** The objectives of the company, each with the outcomes that make it measurable. */
export const StrategyScreen = () => {
  const { book, company, may, today } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search, setSearch] = useSearchParams();
  const [, go] = useLocation();
  const all = [...book.objective.values()].toSorted((a, b) => a.due.localeCompare(b.due));
  const standing = all.filter((o) => !o.retired);
  const retired = all.filter((o) => o.retired);
  const open = id ? book.objective.get(id as Objective['id']) : undefined;
  const forbid = may('objective/set') ? null : 'Owners and marketers set objectives';
  const add = (): void => go(`${HOME}?do=add`);
  const cascade = useMemo(() => cascadeOf(book, today), [book, today]);
  const look = search.get('look') === 'map' ? 'map' : 'list';
  const years = [...new Set(standing.map((o) => yearOf(company.fiscal, o.due)))].toSorted();
  useKey('n', 'Set an objective', add, forbid === null);
  return (
    <>
      <Head
        title={titleOf(book, standing, today)}
        sub="What the company wants to have achieved, in its own words. Outcomes make each measurable; everything further down the thread serves one of them."
        actions={
          <>
            <Segments
              label="Show as"
              value={look}
              choices={[
                { value: 'list', text: 'By year' },
                { value: 'map', text: 'Cascade map' },
              ]}
              onChoose={(to) => setSearch(to === 'map' ? { look: 'map' } : {})}
            />
            <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
              Set an objective
            </Button>
          </>
        }
      />
      {look === 'list' && <Direction />}
      {standing.length > 0 && look === 'map' ? (
        <CascadeMap cascade={cascade} />
      ) : standing.length === 0 ? (
        <Empty outline={<Outline />}>The first objective is one sentence and a date: “Win mid-size shippers by the end of the year”.</Empty>
      ) : (
        years.map((year) => (
          <section key={year} className={css.year} aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>Fiscal year {year}</h2>
            <ol className={css.list}>
              {standing
                .filter((o) => yearOf(company.fiscal, o.due) === year)
                .map((o) => (
                  <ObjectiveBlock key={o.id} objective={o} current={o.id === id} />
                ))}
            </ol>
          </section>
        ))
      )}
      {standing.length > 0 && <Gaps cascade={cascade} />}
      {retired.length > 0 && look === 'list' && (
        <details className={css.retired}>
          <summary>{capital(plural(retired.length, 'retired objective'))}</summary>
          <ol className={css.list}>
            {retired.map((o) => (
              <ObjectiveBlock key={o.id} objective={o} current={o.id === id} />
            ))}
          </ol>
        </details>
      )}
      {open && <ObjectiveDrawer key={open.id} objective={open} order={standing.map((o) => o.id)} />}
      {search.get('do') === 'add' && forbid === null && <AddObjective onClose={() => go(HOME)} />}
    </>
  );
};

const titleOf = (book: Book, standing: readonly Objective[], today: Day): string => {
  if (standing.length === 0) return 'No objective is set yet.';
  const outcomes = [...book.outcome.values()].filter((o) => !o.retired && o.due >= today);
  const bare = standing.filter((o) => !outcomes.some((u) => u.objective === o.id)).length;
  const all = capital(plural(standing.length, 'objective'));
  if (bare === 0) return `${all}, made measurable by ${plural(outcomes.length, 'running outcome')}.`;
  if (bare === standing.length) return `${all}, and no outcome says now when ${standing.length === 1 ? 'it is' : 'they are'} reached.`;
  return `${all}; for ${inWords(bare)} no outcome runs that says when it is reached.`;
};

const Outline = () => (
  <>
    <i style={{ width: '56%', height: 22 }} />
    <i style={{ width: '78%' }} />
    <i style={{ width: '70%' }} />
  </>
);
