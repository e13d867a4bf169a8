import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { Answer } from '../../../kernel/answer.ts';
import { lagCurvesChart } from '../../../charts/lag-curves.ts';
import { lagView, type LagView } from '../../../views/lag/lag-view.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ChartTools } from '../../components/chart/ChartTools.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Empty } from '../../components/Empty.tsx';
import { FindingNote } from '../../components/FindingNote.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { CurveTable, curveRows } from './CurveTable.tsx';
import { LagDrawer } from './LagDrawer.tsx';
import css from './LagScreen.module.css';
import { LagTable } from './LagTable.tsx';
import { Horizons } from './Horizons.tsx';
import { Refusals } from './Refusals.tsx';
import { SegmentPicker } from './SegmentPicker.tsx';

type End = 'opened' | 'closed';

/** How long it takes from a lead to an opportunity, and from there to a close; where the quarter's work lands. */
export const LagScreen = () => {
  const [search, setSearch] = useSearchParams();
  const end: End = search.get('to') === 'closed' ? 'closed' : 'opened';
  const segment = search.get('segment');
  const where = segment === null ? {} : { where: `segment=${segment}` };
  const leads = useFacts('ask', { question: 'lag-curve', by: 'channel', from: 'lead', to: 'opened', ...where }, end === 'opened');
  // A company without leads is followed from the first touch of its accounts.
  const touched = end === 'opened' && leads.data?.total.n === 0;
  const touches = useFacts('ask', { question: 'lag-curve', by: 'channel', from: 'touch', to: 'opened', ...where }, touched);
  const deals = useFacts('ask', { question: 'lag-curve', by: 'channel', from: 'opened', to: 'won', ...where }, end === 'closed');
  const put = (name: string, value: string | null): void =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const actions = (
    <>
      <Segments
        label="To which end"
        value={end}
        choices={[
          { value: 'opened', text: 'To opportunity' },
          { value: 'closed', text: 'To closed' },
        ]}
        onChoose={(to) => put('to', to === 'opened' ? null : to)}
      />
      <SegmentPicker value={segment} onChoose={(name) => put('segment', name)} />
    </>
  );
  const from = end === 'closed' ? 'opened' : touched ? 'touch' : 'lead';
  return (
    <Answered of={end === 'closed' ? deals : touched ? touches : leads} what="the lags" page>
      {(answer) => (
        <Lagged
          key={`${from} ${segment}`}
          answer={answer}
          from={from}
          to={end === 'closed' ? 'won' : 'opened'}
          actions={actions}
          segment={segment}
        />
      )}
    </Answered>
  );
};

type Props = {
  readonly answer: Answer;
  readonly from: string;
  readonly to: string;
  readonly actions: React.ReactNode;
  readonly segment: string | null;
};

const Lagged = ({ answer, from, to, actions, segment }: Props) => {
  const { today } = useCompany();
  const { '*': named } = useParams<{ '*'?: string }>();
  const [pointed, setPointed] = useState<string | null>(null);
  const [asTable, setAsTable] = useState(false);
  const view = lagView(answer, from, to, today);
  const opened = named === undefined || named === '' ? null : named;
  const focus = opened ?? pointed ?? view.finding;
  const search = location.search;
  const href = (name: string): string => `/prove/lag/${encodeURIComponent(name)}${search}`;
  const draw = (width: number) => lagCurvesChart(view, { width, focus, href });
  return (
    <>
      <Head title={view.title} sub={view.scope} actions={actions} />
      {view.all.n === 0 ? (
        <Empty
          outline={<div className={css.outline} />}
          action={
            <Button kind="primary" href="/data/import">
              Load leads and deals
            </Button>
          }
        >
          Here will stand how long it takes from a lead to an opportunity and to a close, by channel. It needs leads or touches, and deals
          with the days on which they were opened and closed.
        </Empty>
      ) : (
        <div className={css.page}>
          <section className={css.curves} aria-label={view.heading}>
            <h2>{view.heading}</h2>
            <p className="dim sm">
              Solid: observed. Dotted: modelled. Ticks: {view.words.units} watched only this long. Band: 80 % interval of the curve in
              focus.
            </p>
            {asTable ? (
              <CurveTable view={view} />
            ) : view.drawn.length === 0 && view.all.points.length === 0 ? (
              <div className={css.outline} aria-hidden="true" />
            ) : (
              <ChartView draw={draw} onPath={([lane]) => lane !== undefined && setPointed(view.drawn[lane]?.key ?? null)} />
            )}
            <ChartTools
              name={`lag-${from}-${to}`}
              asTable={asTable}
              onTable={setAsTable}
              rows={() => curveRows(view)}
              chart={() => draw(780)}
            />
            <Notes view={view} />
          </section>
          <div className={css.side}>
            <Refusals view={view} href={href} />
            <LagTable answer={answer} view={view} focus={focus} href={href} onPoint={setPointed} />
          </div>
        </div>
      )}
      {view.all.n > 0 && <Horizons segment={segment} />}
      {opened !== null && <LagDrawer answer={answer} view={view} name={opened} href={href} closeTo={`/prove/lag${search}`} />}
    </>
  );
};

const Notes = ({ view }: { readonly view: LagView }) =>
  view.notes.length === 0 ? null : (
    <div className={css.notes}>
      {view.notes.map((finding) => (
        <FindingNote key={finding.code} finding={finding} />
      ))}
    </div>
  );
