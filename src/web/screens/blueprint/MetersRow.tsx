import { Link } from 'wouter';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { count, days, dayWords, moneyFull, moneyShort, percent } from '../../../views/words/format.ts';
import { openedPlain } from '../../../views/words/opened.ts';
import { CapacityMeter } from '../../components/CapacityMeter.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import { useCompany } from '../../state/company.tsx';
import css from './MetersRow.module.css';
import { useUsefulStarts } from './use-useful-starts.ts';

/** People, money and time: what the plan takes of what is recorded. */
export const MetersRow = ({ view }: { readonly view: BlueprintView }) => {
  const { company, role, today } = useCompany();
  const { people, money, time } = view.meters;
  const currency = company.currency;
  const short = (minor: number): string => moneyShort({ minor, currency });
  const seesMoney = role !== 'viewer';
  const first = useUsefulStarts(view)[0];
  const d = (n: number): string => `${count(n, 1)} d`;
  const priorities = view.plan.lines.map((l) => l.id);
  return (
    <>
      <CapacityMeter
        label="People"
        value={
          <Figure
            opens={openedPlain(
              'Effort that the Blueprint takes',
              days(people.days),
              'The effort of every priority that is done this quarter, with what was carried in and what was spent before a change stopped something. What is extended counts only with its part in this quarter.',
              { things: priorities },
            )}
          >
            {count(people.days, 1)}
          </Figure>
        }
        of={
          people.of === null ? (
            <>
              of <Unknown what="Recorded person-days" why="Nobody has recorded how many hours people have. Record them under Capacity." />{' '}
              person-days
            </>
          ) : (
            <>
              of{' '}
              <Figure
                opens={openedPlain(
                  'Recorded capacity',
                  days(people.of),
                  'Weekly hours, working calendars, holidays, time off and focus of the recorded people, plus what levers add. Recorded by decisions, never measured.',
                  { more: [{ text: 'Open capacity', href: '/plan/capacity' }] },
                )}
              >
                {count(people.of, 1)}
              </Figure>{' '}
              person-days
            </>
          )
        }
        whole={people.of}
        parts={[
          { tone: 'must', amount: people.must },
          { tone: 'should', amount: people.should },
          { tone: 'could', amount: people.could },
        ]}
        marks={people.mustLimit === null ? [] : [{ at: people.mustLimit, kind: 'limit', label: `Must at most ${people.mustPercent} %` }]}
        summary={`${days(people.days)} of ${people.of === null ? 'an unrecorded number of' : count(people.of, 1)} person-days: Must ${d(people.must)}, Should ${d(people.should)}, Could ${d(people.could)}`}
        note={
          people.shares === null ? (
            <>
              Must {d(people.must)}, Should {d(people.should)}, Could {d(people.could)}.
            </>
          ) : (
            <>
              <span className={people.mustLimit !== null && people.must > people.mustLimit ? css.off : undefined}>
                Must {d(people.must)}, {percent(people.shares.must)} (limit {people.mustPercent} %,{' '}
                <Link href="/settings/company" className="lnk">
                  the rule
                </Link>
                ).
              </span>{' '}
              Should {percent(people.shares.should)}.{' '}
              <span className={people.couldHigh ? css.risk : undefined}>
                Could {percent(people.shares.could)}
                {people.couldHigh ? ` (about ${people.couldPercent} % is the rule)` : ''}.
              </span>{' '}
              {people.free !== null && (
                <b className={people.free < 0 ? css.off : css.on}>
                  {people.free < 0 ? `${d(-people.free)} missing` : `${d(people.free)} free`}
                </b>
              )}
            </>
          )
        }
      />
      {seesMoney ? (
        <CapacityMeter
          label="Money"
          value={
            <Figure
              opens={openedPlain(
                'Money that the Blueprint takes',
                moneyFull({ minor: money.minor, currency }),
                'The budgets of the priorities of this quarter. What is spent and committed of it counts the budget lines that are for these priorities or for campaigns of their work, imported spend included; what other lines spend stands in the budget.',
                {
                  things: priorities,
                  missing:
                    money.spent === null
                      ? ['No budget line is for these priorities, or one has no exchange rate: nobody knows what was paid']
                      : [
                          `${moneyFull({ minor: money.spent, currency })} spent`,
                          `${moneyFull({ minor: money.committed ?? 0, currency })} committed and open`,
                        ],
                  more: [{ text: 'The budget', href: '/plan/budget' }],
                },
              )}
            >
              {short(money.minor)}
            </Figure>
          }
          of={
            money.of === null ? (
              <>
                of <Unknown what="Recorded money" why="No budget line has a plan for this quarter, or one has no exchange rate." />
              </>
            ) : (
              `of ${short(money.of)}`
            )
          }
          whole={money.of}
          parts={
            money.spent === null
              ? [{ tone: 'planned', amount: money.minor }]
              : [
                  { tone: 'spent', amount: money.spent },
                  { tone: 'committed', amount: money.committed ?? 0 },
                  { tone: 'planned', amount: Math.max(0, money.minor - money.spent - (money.committed ?? 0)) },
                ]
          }
          summary={`${short(money.minor)} of ${money.of === null ? 'an unrecorded budget' : short(money.of)}`}
          note={
            <>
              {money.spent === null
                ? `Planned ${short(money.minor)}.`
                : `Spent ${short(money.spent)}, committed ${short(money.committed ?? 0)}, planned ${short(Math.max(0, money.minor - money.spent - (money.committed ?? 0)))}.`}{' '}
              {money.free !== null && (
                <b className={money.free < 0 ? css.off : css.on}>
                  {money.free < 0 ? `${short(-money.free)} missing` : `${short(money.free)} reserve`}
                </b>
              )}
            </>
          }
        />
      ) : (
        <CapacityMeter label="Money" value="–" of="not shown to viewers" whole={null} parts={[]} summary="Money is not shown to viewers" />
      )}
      <CapacityMeter
        label="Time"
        value={
          <Figure
            opens={openedPlain(
              'Days left in the quarter',
              `${time.left} of ${time.of} days`,
              `Calendar days from today to the last day of the quarter, ${dayWords(view.plan.from, today)} to before ${dayWords(view.plan.to, today)}.`,
            )}
          >
            {count(time.left)}
          </Figure>
        }
        of={`of ${time.of} days left`}
        whole={time.of}
        parts={[{ tone: 'elapsed', amount: time.gone }]}
        marks={
          first
            ? [{ at: first.place * time.of, kind: 'critical', label: `Last useful start for ${first.name}: ${dayWords(first.day, today)}` }]
            : []
        }
        summary={`${time.gone} of ${time.of} days have passed`}
        note={
          first ? (
            <>
              Last useful start for {first.name}: <b className={first.day < today ? css.off : css.risk}>{dayWords(first.day, today)}</b>
            </>
          ) : time.gone === 0 ? (
            `It begins on ${dayWords(view.plan.from, today)}.`
          ) : time.left === 0 ? (
            'The quarter is over.'
          ) : (
            `Week ${Math.floor(time.gone / 7) + 1} of ${Math.ceil(time.of / 7)}.`
          )
        }
      />
    </>
  );
};
