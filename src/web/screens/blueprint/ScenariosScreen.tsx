import { useState } from 'react';
import { Redirect, useParams } from 'wouter';
import { IconPlus } from '@tabler/icons-react';
import { isAgreed, newest } from '../../../domain/blueprint/blueprint.ts';
import { standingPlan } from '../../../domain/blueprint/draft.ts';
import { withEdits } from '../../../domain/blueprint/edits.ts';
import { shortfalls } from '../../../domain/blueprint/gate.ts';
import type { Plan } from '../../../domain/blueprint/plan.ts';
import type { Scenario } from '../../../domain/blueprint/scenario.ts';
import { quarterNamed, quarterOf } from '../../../kernel/fiscal.ts';
import { calendarRows } from '../../../views/plan/blueprint.ts';
import { CLASSES } from '../../../views/plan/classes.ts';
import { difference } from '../../../views/plan/difference.ts';
import { differenceLines } from '../../../views/plan/difference-words.ts';
import { metersOf } from '../../../views/plan/meters.ts';
import { capital, count, inWords, moneyShort, percent, plural, quarterWords } from '../../../views/words/format.ts';
import { shortfallWords } from '../../../views/words/refusals-blueprint.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { Status } from '../../components/Status.tsx';
import { useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { useNarrow } from '../../shell/use-narrow.ts';
import { Differences } from './Differences.tsx';
import { MoreRoom } from './MoreRoom.tsx';
import { QuarterNav } from './QuarterNav.tsx';
import { ScenarioDialog } from './ScenarioDialog.tsx';
import css from './ScenariosScreen.module.css';

/** Scenarios of a quarter side by side: what each would change, and whether it would fit. None is the truth until chosen. */
export const ScenariosScreen = () => {
  const { period } = useParams<{ period?: string }>();
  const { company, today } = useCompany();
  const now = quarterOf(company.fiscal, today).id;
  if (!period || !quarterNamed(company.fiscal, period)) return <Redirect to={`/plan/scenarios/${now}`} replace />;
  return <Scenarios key={period} period={period} />;
};

const Scenarios = ({ period }: { readonly period: string }) => {
  const { book, may } = useCompany();
  const narrow = useNarrow();
  const [editing, setEditing] = useState<Scenario | 'new' | null>(null);
  useBearings({ crumb: `Scenarios, ${quarterWords(period)}`, to: { priority: `/plan/blueprint/${period}` } });
  const all = [...book.scenario.values()].filter((s) => s.period === period && !s.retired);
  const base = standingPlan(book, period);
  const agreed = isAgreed(book.blueprint.get(period));
  const fit = all.filter((s) => shortfalls(withEdits(base, s.edits)).length === 0).length;
  const makes = may('scenario/try') && !narrow;
  return (
    <>
      <Head
        title={
          all.length === 0
            ? `No scenario is tried for ${quarterWords(period)} yet.`
            : `${capital(plural(all.length, 'scenario'))} beside ${agreed ? 'what is agreed' : 'the draft'}; ${fit === all.length ? (all.length === 1 ? 'it fits' : 'all fit') : fit === 0 ? 'none fits' : `${inWords(fit)} fit${fit === 1 ? 's' : ''}`}.`
        }
        sub={
          agreed
            ? 'The Blueprint is agreed: a scenario that convinces is proposed as a change, and signed.'
            : 'A scenario is not the truth until it is chosen; then its edits become the draft.'
        }
        actions={
          <>
            <Button href={`/plan/blueprint/${period}`}>Back to the Blueprint</Button>
            {makes && (
              <Button kind="primary" icon={<IconPlus size={15} stroke={1.8} aria-hidden="true" />} onPress={() => setEditing('new')}>
                Try a scenario
              </Button>
            )}
          </>
        }
      />
      <QuarterNav period={period} at="/plan/scenarios" />
      {narrow && <MoreRoom />}
      {all.length === 0 ? (
        <Empty action={makes && <Button onPress={() => setEditing('new')}>Try the first</Button>}>
          What if we took the webinars in and left the fair out? Each scenario stands here beside the plan, with what it takes in days and
          money.
        </Empty>
      ) : (
        <div className={css.side}>
          <Column name={agreed ? 'As agreed' : 'The draft'} plan={base} base={base} period={period} />
          {all.map((s) => (
            <Column
              key={s.id}
              name={s.name}
              plan={withEdits(base, s.edits)}
              base={base}
              period={period}
              scenario={s}
              agreed={agreed}
              {...(makes && { onEdit: () => setEditing(s) })}
            />
          ))}
        </div>
      )}
      {editing && (
        <ScenarioDialog period={period} base={base} scenario={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
};

type Props = {
  readonly name: string;
  readonly plan: Plan;
  readonly base: Plan;
  readonly period: string;
  readonly scenario?: Scenario;
  readonly agreed?: boolean;
  readonly onEdit?: () => void;
};

const Column = ({ name, plan, base, period, scenario, agreed, onEdit }: Props) => {
  const { book, company, role, today, nameOf, ask, may } = useCompany();
  const meters = metersOf(book, plan, period, today);
  const short = shortfalls(plan);
  const rows = calendarRows(book, plan, today);
  const { people, money } = meters;
  const write = (minor: number): string => moneyShort({ minor, currency: company.currency });
  const choose = scenario ? ({ type: 'scenario/choose', id: scenario.id } as const) : null;
  const rule = useRule(choose && !agreed ? [choose] : []);
  const done = (answer: ReturnType<typeof ask>, text: string): void =>
    say(answer.ok ? { kind: 'done', text } : { kind: 'problem', text: answer.words });
  return (
    <section className={css.column} aria-label={name}>
      <h2>{name}</h2>
      {scenario && (
        <p className="dim xs">
          {nameOf(scenario.by)}
          {scenario.chosen && ', chosen'}
        </p>
      )}
      <p className={css.fits}>
        {short.length === 0 ? <Status kind="on">fits</Status> : <Status kind="off">{capital(shortfallWords(short[0]!, book))}</Status>}
      </p>
      <dl>
        <dt>People</dt>
        <dd>
          {count(people.days, 1)} of {people.of === null ? '–' : count(people.of, 1)} d
        </dd>
        {role !== 'viewer' && (
          <>
            <dt>Money</dt>
            <dd>
              {write(money.minor)} of {money.of === null ? '–' : write(money.of)}
            </dd>
          </>
        )}
        <dt>Must, Could</dt>
        <dd>{people.shares ? `${percent(people.shares.must)}, ${percent(people.shares.could)}` : '–'}</dd>
      </dl>
      <ul className={css.bars}>
        {rows.map((r) => (
          <li key={r.line.id} className={base.lines.some((l) => l.id === r.line.id) ? undefined : css.fresh}>
            <span>
              {r.line.title} <small>{CLASSES[r.line.moscow]}</small>
            </span>
            <i>
              <u style={{ left: `${r.bar.left * 100}%`, width: `${r.bar.width * 100}%` }} />
            </i>
          </li>
        ))}
      </ul>
      {scenario && <Differences lines={differenceLines(difference(base, plan), { book, today, nameOf })} />}
      {scenario && may('scenario/choose') && !scenario.chosen && (
        <div className={css.do}>
          {agreed ? (
            <ProposeIt period={period} scenario={scenario} />
          ) : (
            <Button size="small" kind="primary" forbid={rule} onPress={() => done(ask([choose!]), `“${name}” is the draft now.`)}>
              Choose it
            </Button>
          )}
          {onEdit && (
            <Button size="small" onPress={onEdit}>
              Change
            </Button>
          )}
          <Button
            size="small"
            kind="quiet"
            onPress={() => done(ask([{ type: 'scenario/drop', id: scenario.id }]), 'The scenario is dropped.')}
          >
            Drop
          </Button>
        </div>
      )}
    </section>
  );
};

/** A scenario of an agreed quarter becomes a change that the seats sign. */
const ProposeIt = ({ period, scenario }: { readonly period: string; readonly scenario: Scenario }) => {
  const { book, ask } = useCompany();
  const [change] = useState(() => newId('x'));
  const [note] = useState(() => newId('n'));
  const version = newest(book.blueprint.get(period))!.n;
  const command = { type: 'blueprint/ask-change', period, version, change, words: note, edits: scenario.edits } as const;
  const rule = useRule([command]);
  return (
    <Button
      size="small"
      kind="primary"
      forbid={rule}
      onPress={() => {
        const answer = ask([command], { notes: [{ id: note, text: scenario.name }] });
        say(answer.ok ? { kind: 'done', text: 'The seats are asked to sign it.' } : { kind: 'problem', text: answer.words });
      }}
    >
      Propose it as a change
    </Button>
  );
};
