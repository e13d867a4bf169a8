import { useLocation, useParams, useSearchParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import type { ObjectiveId, OutcomeId } from '../../../kernel/ids.ts';
import { capital, inWords, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useKey } from '../../keyboard/use-key.ts';
import { useCompany } from '../../state/company.tsx';
import { AddOutcome } from './AddOutcome.tsx';
import { OutcomeDrawer } from './OutcomeDrawer.tsx';
import css from './OutcomesScreen.module.css';
import { OutcomeTable } from './OutcomeTable.tsx';
import { useOutcomesNow } from './use-outcomes-now.ts';

const HOME = '/agree/outcomes';

/** Every outcome: metric, where it began, target, date, owner, and where it stands now. */
export const OutcomesScreen = () => {
  const { book, may, today } = useCompany();
  const { id } = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const { ready, standing } = useOutcomesNow();
  const all = [...book.outcome.values()].toSorted((a, b) => a.due.localeCompare(b.due) || a.name.localeCompare(b.name));
  const running = all.filter((o) => !o.retired && o.due >= today);
  const over = all.filter((o) => !o.retired && o.due < today);
  const retired = all.filter((o) => o.retired);
  const open = id ? book.outcome.get(id as OutcomeId) : undefined;
  const objectives = [...book.objective.values()].filter((o) => !o.retired);
  const forbid = !may('outcome/add')
    ? 'Owners and marketers name outcomes'
    : objectives.length === 0
      ? 'Set an objective first: an outcome belongs to one'
      : null;
  const add = (): void => go(`${HOME}?do=add`);
  useKey('n', 'Name an outcome', add, forbid === null);
  return (
    <>
      <Head
        title={titleOf(running, ready, standing)}
        sub="A change one can measure: where it began, where it must be, by when, and who stands for it. Agreed ones move only through their Guidepoint."
        actions={
          <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={add} forbid={forbid}>
            Name an outcome
          </Button>
        }
      />
      {running.length > 0 && <OutcomeTable outcomes={running} label="Outcomes that run" current={id} />}
      {all.length === 0 && (
        <Empty action={objectives.length === 0 && <Button href="/agree/strategy?do=add">Set an objective first</Button>}>
          An outcome reads like “Open pipeline, from €2.4 M to €3.6 M by 30 June”. Won revenue, open pipeline and opportunities opened are
          measured from your CRM; anything else is reported by a person.
        </Empty>
      )}
      <Folded outcomes={over.toReversed()} name="past outcome" current={id} over />
      <Folded outcomes={retired} name="retired outcome" current={id} />
      {open && <OutcomeDrawer key={open.id} outcome={open} order={[...running, ...over].map((o) => o.id)} />}
      {search.get('do') === 'add' && forbid === null && (
        <AddOutcome first={search.get('objective') as ObjectiveId | null} onClose={() => go(HOME)} />
      )}
    </>
  );
};

const Folded = ({
  outcomes,
  name,
  current,
  over,
}: {
  readonly outcomes: readonly Outcome[];
  readonly name: string;
  readonly current: string | undefined;
  readonly over?: boolean;
}) =>
  outcomes.length > 0 && (
    <details className={css.folded} open={outcomes.some((o) => o.id === current)}>
      <summary>{capital(plural(outcomes.length, name))}</summary>
      <OutcomeTable outcomes={outcomes} label={`${name}s`} current={current} {...(over && { over })} />
    </details>
  );

const titleOf = (running: readonly Outcome[], ready: boolean, standing: (o: Outcome) => string): string => {
  if (running.length === 0) return 'No outcome runs now.';
  if (!ready) return `${capital(plural(running.length, 'outcome'))} ${running.length === 1 ? 'runs' : 'run'} now.`;
  const count = (...of: string[]): number => running.filter((o) => of.includes(standing(o))).length;
  const well = count('reached', 'ahead');
  const behind = count('behind', 'missed');
  const unknown = count('unknown');
  const n = capital(plural(running.length, 'outcome'));
  if (unknown === running.length) return `${n}, and no value known yet.`;
  const parts = [
    well > 0 && `${inWords(well)} on pace or reached`,
    behind > 0 && `${inWords(behind)} behind`,
    unknown > 0 && `${inWords(unknown)} not known`,
  ].filter((p) => p !== false);
  return parts.length === 0 ? `${n}, all too young to judge.` : `${n}: ${parts.join(', ')}.`;
};
