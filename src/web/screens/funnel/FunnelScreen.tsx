import { useState } from 'react';
import { useParams } from 'wouter';
import { Select } from '@mantine/core';
import { funnelStepsChart } from '../../../charts/funnel-steps.ts';
import type { Answer, Row } from '../../../kernel/answer.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import { entryUnit, funnelTitle, stepsOf, textOf } from '../../../views/prove/funnel-page.ts';
import { dayWords, quarterWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ChartTools } from '../../components/chart/ChartTools.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Empty } from '../../components/Empty.tsx';
import { FindingNote } from '../../components/FindingNote.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useFacts } from '../../state/facts.ts';
import { AtRisk } from './AtRisk.tsx';
import { ByCut } from './ByCut.tsx';
import { Cohorts } from './Cohorts.tsx';
import css from './FunnelScreen.module.css';
import { ProveTabs } from './ProveTabs.tsx';
import { QuarterPicker } from './QuarterPicker.tsx';
import { StagesUsed } from './StagesUsed.tsx';
import { StepDrawer } from './StepDrawer.tsx';
import { StepTable, stepRows } from './StepTable.tsx';
import { usePeriod } from './use-period.ts';
import { Velocity } from './Velocity.tsx';

const ENTRIES = [
  { value: 'lead', label: 'Leads' },
  { value: 'touched', label: 'Accounts, from the first touch' },
  { value: 'opened', label: 'Deals' },
];

/** How many come through, step by step: a cohort followed, or what happened in a quarter; how fast money moves; what stands too long. */
export const FunnelScreen = () => {
  const { period, put, search } = usePeriod(2);
  const calendar = search.get('view') === 'calendar';
  const entry = search.get('from') ?? 'lead';
  const by = search.get('by');
  const wish = {
    question: 'funnel-steps',
    view: calendar ? ('calendar' as const) : ('cohort' as const),
    from: entry,
    since: period.from,
    until: period.to,
  };
  const facts = useFacts('ask', wish);
  const actions = (
    <>
      <Segments
        label="How to look"
        value={calendar ? 'calendar' : 'cohort'}
        choices={[
          { value: 'cohort', text: 'Cohort' },
          { value: 'calendar', text: 'Calendar' },
        ]}
        onChoose={(view) => put('view', view === 'cohort' ? null : view)}
      />
      <Select
        aria-label="Who is followed"
        data={ENTRIES}
        value={entry}
        onChange={(from) => from && put('from', from)}
        allowDeselect={false}
        comboboxProps={{ width: 240 }}
      />
      <QuarterPicker period={period} onChoose={(id) => put('period', id)} />
    </>
  );
  return (
    <>
      <ProveTabs current="/prove/funnel" />
      <Answered of={facts} what="the funnel" page>
        {(answer) => (
          <Steps
            key={`${entry} ${period.id} ${calendar}`}
            answer={answer}
            entry={entry}
            period={period}
            calendar={calendar}
            actions={actions}
          />
        )}
      </Answered>
      <div className={css.pair}>
        <Velocity period={period} />
        <ByCut wish={wish} by={by} onBy={(name) => put('by', name)} entry={entry} />
      </div>
      <Cohorts entry={entry === 'touched' ? 'lead' : entry} />
      <AtRisk />
    </>
  );
};

type Props = {
  readonly answer: Answer;
  readonly entry: string;
  readonly period: Period;
  readonly calendar: boolean;
  readonly actions: React.ReactNode;
};

const Steps = ({ answer, entry, period, calendar, actions }: Props) => {
  const { '*': named } = useParams<{ '*'?: string }>();
  const [asTable, setAsTable] = useState(false);
  const when = quarterWords(period.id);
  const steps = stepsOf(answer);
  useBearings({ links: ['touch', 'opportunity', 'revenue'], to: knotsTo([]) });
  const href = (row: Row): string => `/prove/funnel/${encodeURIComponent(textOf(row['name']))}${location.search}`;
  const opened = steps.find((row) => row['name'] === named);
  return (
    <>
      <Head
        title={funnelTitle(answer, entry, when, calendar)}
        sub={
          <>
            {calendar
              ? `What happened in ${when}, whoever it happened to. Dashed lines: the quarter before. `
              : `The ${entryUnit(entry)}s that entered in ${when}, followed until ${dayWords(answer.asOf)}. Open and dashed: too young or too early to judge. `}
            <StagesUsed answer={answer} />
          </>
        }
        actions={actions}
      />
      {answer.total.n === 0 ? (
        <Empty outline={<div className={css.outline} />} action={<Button href="/data/import">Load leads and deals</Button>}>
          No {entryUnit(entry)} entered in {when}. Here will stand how many reached each step, and how long it took them.
        </Empty>
      ) : (
        <section className={css.chart} aria-labelledby="funnel-steps">
          <h2 id="funnel-steps">
            {calendar ? 'How many reached each step' : 'How many reached each step, of the step before, with the days it took'}
          </h2>
          {asTable ? (
            <StepTable steps={steps} wish={wishOf(answer, entry, period, calendar)} href={href} />
          ) : (
            <ChartView draw={(width) => funnelStepsChart(answer, { width, href })} />
          )}
          <ChartTools
            name={`funnel-${period.id}`}
            asTable={asTable}
            onTable={setAsTable}
            rows={() => stepRows(steps)}
            chart={() => funnelStepsChart(answer)}
          />
          <div className={css.notes}>
            {answer.findings
              .filter(({ code }) => SHOWN.has(code))
              .map((finding) => (
                <FindingNote key={finding.code} finding={finding} />
              ))}
          </div>
        </section>
      )}
      {named && <StepDrawer row={opened} steps={steps} entry={entry} href={href} closeTo={`/prove/funnel${location.search}`} />}
    </>
  );
};

/** What a reader must know before he believes a step; the other findings stand where the numbers open. */
const SHOWN: ReadonlySet<string> = new Set(['immature', 'left-truncated', 'stages-changed', 'unknown-stages', 'reopened', 'skipped']);

/** How to ask for exactly these numbers again. */
const wishOf = (answer: Answer, entry: string, period: Period, calendar: boolean) => ({
  question: answer.question,
  view: calendar ? 'calendar' : 'cohort',
  from: entry,
  since: period.from,
  until: period.to,
});
