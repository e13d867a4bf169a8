import { useState } from 'react';
import { Select } from '@mantine/core';
import { funnelChart } from '../../../charts/funnel.ts';
import type { Answer } from '../../../kernel/answer.ts';
import { comparisonWords, estimateOf, shareWords } from '../../../views/prove/funnel-page.ts';
import { count, dayWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { ChartTools } from '../../components/chart/ChartTools.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Note } from '../../components/Note.tsx';
import { Table } from '../../components/Table.tsx';
import { useFacts } from '../../state/facts.ts';
import css from './FunnelScreen.module.css';

const QUARTERS = 8;

/** Quarters of entry side by side, those too young or too early drawn open; two of them set against each other, or refused. */
export const Cohorts = ({ entry }: { readonly entry: string }) => {
  const [pair, setPair] = useState<readonly [string | null, string | null]>([null, null]);
  const wish = { question: 'funnel', from: entry, to: 'won', by: `${entry}:quarter` };
  const facts = useFacts('ask', { ...wish, ...(pair[0] && pair[1] && { compare: pair.join(',') }) });
  return (
    <section className={css.section} aria-labelledby="cohorts">
      <h2 id="cohorts">Won, by the quarter of entry</h2>
      <p className="dim sm">Open dots are too young, or began before the files show any win: they are never set against the others.</p>
      <Answered of={facts} what="the cohorts">
        {(answer) => <Side answer={answer} entry={entry} pair={pair} onPair={setPair} />}
      </Answered>
    </section>
  );
};

type Props = {
  readonly answer: Answer;
  readonly entry: string;
  readonly pair: readonly [string | null, string | null];
  readonly onPair: (pair: readonly [string | null, string | null]) => void;
};

const Side = ({ answer, entry, pair, onPair }: Props) => {
  const [asTable, setAsTable] = useState(false);
  const shown = { ...answer, rows: answer.rows.filter(({ key }) => key !== '(blank)').slice(-QUARTERS) };
  const keys = shown.rows.map(({ key }) => key);
  const words = comparisonWords(answer);
  if (keys.length === 0) return <p className="mut">Nobody entered yet.</p>;
  return (
    <>
      {asTable ? (
        <Table
          label="Cohorts"
          rows={shown.rows}
          keyOf={({ key }) => key}
          columns={[
            { key: 'key', head: 'Entered in', cell: ({ key }) => key },
            { key: 'n', head: 'How many', number: true, cell: ({ n }) => count(n) },
            { key: 'won', head: 'Won', number: true, cell: (row) => count(Number(row['converted'])) },
            { key: 'rate', head: 'Share', number: true, cell: (row) => shareWords(estimateOf(row['rate'])) },
            { key: 'state', head: 'State', cell: (row) => <span className="dim">{stateOf(row)}</span> },
          ]}
        />
      ) : (
        <div className={css.drawn}>
          <ChartView least={420} draw={(width) => funnelChart(shown, { width })} />
        </div>
      )}
      <ChartTools
        keyless
        name={`cohorts-${entry}`}
        asTable={asTable}
        onTable={setAsTable}
        rows={() => [
          ['Entered in', 'How many', 'Won', 'Share', 'State'],
          ...shown.rows.map((row) => [row.key, row.n, Number(row['converted']), estimateOf(row['rate'])?.value ?? null, stateOf(row)]),
        ]}
        chart={() => funnelChart(shown)}
      />
      <div className={css.tools}>
        <Select aria-label="Compare" placeholder="Compare" data={keys} value={pair[0]} onChange={(a) => onPair([a, pair[1]])} clearable />
        <span className="mut">with</span>
        <Select
          aria-label="With"
          placeholder="another quarter"
          data={keys.filter((key) => key !== pair[0])}
          value={pair[1]}
          onChange={(b) => onPair([pair[0], b])}
          clearable
        />
      </div>
      <div aria-live="polite">{words && pair[0] && pair[1] && <Note kind={words.refused ? 'early' : 'plain'}>{words.text}</Note>}</div>
    </>
  );
};

const stateOf = (row: { readonly [figure: string]: unknown }): string =>
  row['leftTruncated'] === true
    ? 'began before the files'
    : row['ripe'] === false
      ? `too young until ${dayWords(String(row['ripeOn']))}`
      : '';
