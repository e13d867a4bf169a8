import { useMemo, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { IconCalendarShare, IconPrinter } from '@tabler/icons-react';
import { quarterAfter, quarterNamed, quarterOf } from '../../../kernel/fiscal.ts';
import type { Currency } from '../../../kernel/money.ts';
import { roadmap, type Roadmap, type RoadmapBar, type RoadmapQuarter } from '../../../views/plan/roadmap.ts';
import { dayWords, list, moneyFull, moneyShort, quarterWords } from '../../../views/words/format.ts';
import { openedPlain, type Opened } from '../../../views/words/opened.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { Status } from '../../components/Status.tsx';
import { useCompany } from '../../state/company.tsx';
import { useSpend } from '../budget/use-spend.ts';
import { Moscow } from '../work/Moscow.tsx';
import { FeedDialog } from './FeedDialog.tsx';
import css from './RoadmapScreen.module.css';

const STATES = {
  agreed: ['on', 'agreed'],
  waiting: ['early', 'waits for signatures'],
  draft: ['early', 'draft'],
  empty: ['unknown', 'nothing planned'],
} as const;

/** Priorities across quarters with milestones, owners and money: one page, also on paper. */
export const RoadmapScreen = () => {
  const { book, company, today, role } = useCompany();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [sharing, setSharing] = useState(false);
  const now = quarterOf(company.fiscal, today).id;
  const wanted = search.get('from') ?? '';
  const from = quarterNamed(company.fiscal, wanted) ? wanted : now;
  const count = search.get('quarters') === '4' ? 4 : 2;
  const spend = useSpend(from, quarterAfter(company.fiscal, from, count - 1).id);
  const view = useMemo(() => roadmap(book, from, count, today, spend), [book, from, count, today, spend]);
  const to = (first: string, n: number): void => go(`/plan/roadmap?from=${first}&quarters=${n}`);
  return (
    <div className={css.roadmap}>
      <Head
        title={view.title}
        sub={view.scope}
        actions={
          <>
            <Button icon={<IconCalendarShare size={15} stroke={1.6} aria-hidden="true" />} onPress={() => setSharing(true)}>
              Calendar feed
            </Button>
            <Button icon={<IconPrinter size={15} stroke={1.6} aria-hidden="true" />} onPress={() => window.print()}>
              Print on one page
            </Button>
          </>
        }
      />
      <div className={css.tools}>
        <Button size="small" kind="quiet" onPress={() => to(quarterAfter(company.fiscal, from, -1).id, count)}>
          Earlier
        </Button>
        <Segments
          label="How far"
          value={String(count)}
          onChoose={(n) => to(from, Number(n))}
          choices={[
            { value: '2', text: 'Two quarters' },
            { value: '4', text: 'Four quarters' },
          ]}
        />
        <Button size="small" kind="quiet" onPress={() => to(quarterAfter(company.fiscal, from, 1).id, count)}>
          Later
        </Button>
      </div>
      {view.bars.length === 0 ? (
        <Empty action={<Button href={`/plan/blueprint/${from}`}>Plan a quarter</Button>}>
          Every priority of these quarters will stand here with its milestones and its owner, and below what each quarter plans, commits and
          spends.
        </Empty>
      ) : (
        <RoadmapTable view={view} money={role !== 'viewer'} />
      )}
      {sharing && <FeedDialog onClose={() => setSharing(false)} />}
    </div>
  );
};

const left = (share: number): React.CSSProperties => ({ left: `${share * 100}%` });

const RoadmapTable = ({ view, money }: { readonly view: Roadmap; readonly money: boolean }) => {
  const { company } = useCompany();
  const write = (minor: number): string => moneyShort({ minor, currency: company.currency });
  const lines = (
    <>
      {view.quarters.slice(1).map((q) => (
        <i key={q.period.id} className={css.quarter} style={left(q.left)} />
      ))}
      {view.today !== null && <i className={css.today} style={left(view.today)} />}
    </>
  );
  return (
    <table className={css.map} aria-label="Roadmap">
      <thead>
        <tr>
          <th scope="col">Priority, and who owns it</th>
          <th scope="col">
            <div className={css.heads}>
              {view.quarters.map((q) => (
                <QuarterHead key={q.period.id} q={q} />
              ))}
            </div>
          </th>
        </tr>
      </thead>
      <tbody>
        {view.bars.map((b) => (
          <Row key={b.id} bar={b}>
            {lines}
          </Row>
        ))}
      </tbody>
      {money && (
        <tfoot>
          <tr>
            <th scope="row">Budget execution</th>
            <td>
              <div className={css.heads}>
                {view.quarters.map((q) => (
                  <div key={q.period.id} className={css.money} style={{ width: `${q.width * 100}%` }}>
                    {q.money === null ? (
                      <span className="dim">no budget line yet; priorities take {write(q.plannedMinor)}</span>
                    ) : (
                      <>
                        <Execution q={q} />
                        <span>
                          Plan <b>{write(q.money.plan)}</b>, committed <b>{write(q.money.committed)}</b>, actual{' '}
                          <b>
                            <Figure opens={executionOf(q, company.currency)}>{write(q.money.actual)}</Figure>
                          </b>
                          {q.money.available < 0 ? (
                            <em className={css.over}>, {write(-q.money.available)} over</em>
                          ) : (
                            <span className="dim">, {write(q.money.available)} available</span>
                          )}
                        </span>
                      </>
                    )}
                  </div>
                ))}
              </div>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
};

const QuarterHead = ({ q }: { readonly q: RoadmapQuarter }) => {
  const [kind, words] = STATES[q.state];
  return (
    <div style={{ width: `${q.width * 100}%` }}>
      <Link href={`/plan/blueprint/${q.period.id}`}>{quarterWords(q.period.id)}</Link>{' '}
      <Status kind={kind}>{q.state === 'agreed' ? `version ${q.version}, agreed` : words}</Status>
    </div>
  );
};

/** What the figures of a quarter count: more than the Blueprint's own meter, which counts the lines for its priorities. */
const executionOf = (q: RoadmapQuarter, currency: Currency | null): Opened =>
  openedPlain(
    `Spent in ${quarterWords(q.period.id)}`,
    moneyFull({ minor: q.money!.actual, currency }),
    'Every budget line in the months of the quarter, also lines for no priority: what was recorded by hand, and imported spend. Other currencies by the rate on the first day of each month. The Blueprint’s meter counts only lines for its priorities.',
    {
      missing: [
        `${moneyFull({ minor: q.money!.plan, currency })} planned`,
        `${moneyFull({ minor: q.money!.committed, currency })} committed and open`,
      ],
      more: [{ text: 'The budget', href: '/plan/budget' }],
    },
  );

const Execution = ({ q }: { readonly q: RoadmapQuarter }) => {
  const { plan, committed, actual } = q.money!;
  const whole = Math.max(plan, committed + actual, 1);
  const width = (minor: number): React.CSSProperties => ({ width: `${(Math.max(0, minor) / whole) * 100}%` });
  return (
    <span className={css.execution} aria-hidden="true">
      <i className={css.actual} style={width(actual)} />
      <i className={css.committed} style={width(committed)} />
    </span>
  );
};

const Row = ({ bar, children }: { readonly bar: RoadmapBar; readonly children: React.ReactNode }) => {
  const { nameOf, today } = useCompany();
  return (
    <tr>
      <th scope="row">
        <span className={css.name}>
          <Moscow of={bar.moscow} />
          <span>
            <Link href={`/work/priorities/${bar.id}`}>{bar.title}</Link>
            <small>
              {nameOf(bar.owner)}
              {bar.outcomes.length > 0 && ` · ${list(bar.outcomes)}`}
            </small>
          </span>
          <Avatar name={bar.owner ? nameOf(bar.owner) : null} />
        </span>
      </th>
      <td>
        <div className={css.lane}>
          {children}
          <span
            className={`${css.bar} ${css[bar.moscow] ?? ''}`}
            style={{ left: `${bar.bar.left * 100}%`, width: `${bar.bar.width * 100}%` }}
          />
          {bar.milestones.map((m, i) => {
            const next = bar.milestones[i + 1];
            return (
              <span key={m.id} className={css.mark} style={left(m.place)} title={`${m.title}, ${dayWords(m.day, today)}`}>
                <i className={m.reached ? css.reached : m.day < today ? css.late : undefined} aria-hidden="true" />
                <em className={m.place > 0.9 || (next && next.place - m.place < 0.19) ? css.end : ''}>
                  {m.title} <small>{dayWords(m.day, today)}</small>
                  <span className="unseen">{m.reached ? ', reached' : m.day < today ? ', late' : ''}</span>
                </em>
              </span>
            );
          })}
        </div>
      </td>
    </tr>
  );
};
