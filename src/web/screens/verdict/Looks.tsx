import { useState } from 'react';
import { verdictStrip } from '../../../charts/verdict-strip.ts';
import { linesOf, stripOf, type LookLine } from '../../../views/verdict/verdict-page.ts';
import { openedLook } from '../../../views/verdict/opened-look.ts';
import { valueWords } from '../../../views/verdict/value-words.ts';
import type { VerdictInput } from '../../../views/verdict/verdict-input.ts';
import type { VerdictView } from '../../../views/verdict/verdict-view.ts';
import { VERDICT_WORDS } from '../../../views/words/criteria.ts';
import { plural } from '../../../views/words/format.ts';
import { ChartTools } from '../../components/chart/ChartTools.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { Table } from '../../components/Table.tsx';
import css from './VerdictScreen.module.css';

const KINDS: { readonly [W in LookLine['said']]: StatusKind } = { scale: 'on', 'keep-going': 'early', abort: 'off', review: 'risk' };
const SHOWN = 12;

type Props = {
  readonly name: string;
  readonly campaign: string;
  readonly loads: readonly number[];
  readonly input: VerdictInput;
  readonly view: VerdictView;
};

/** The strip of looks, and every look as a row. */
export const Looks = ({ name, campaign, loads, input, view }: Props) => {
  const [asTable, setAsTable] = useState(false);
  const lines = linesOf(input, view);
  const strip = stripOf(input, view);
  const draw = (width: number) =>
    verdictStrip({ ...strip, cases: 'cases', words: (value) => valueWords(value, view.unit, input.currency) }, { width });
  const opened = ({ at, value }: LookLine) => {
    const opens = openedLook(input, view, view.looks[at]!, { campaign, loads });
    return opens === null ? value : <Figure opens={opens}>{value}</Figure>;
  };
  const rows = (): (string | number | null)[][] => [
    ['look', 'cases', 'came', 'value', 'low', 'high', 'evidence for scale', 'evidence for abort', 'plain chance', 'said'],
    ...view.looks.map((look) => [
      look.on,
      look.n,
      look.arms.map(({ came }) => came).join('/'),
      look.value,
      look.low,
      look.high,
      look.forScale,
      look.forAbort,
      look.plainChance,
      look.said,
    ]),
  ];
  return (
    <section aria-labelledby="looks">
      <h2 id="looks" className={css.heading}>
        {view.measure} as cases came in
      </h2>
      <p className="dim sm">
        Band: holds the truth at every look at once. Circles: {plural(view.looked, 'look')}
        {view.looks.length < view.looked ? `, ${view.looks.length} of them drawn` : ''}. The rule stays valid however often you look.
      </p>
      {view.looks.length > 0 && !asTable && <ChartView draw={draw} />}
      {view.looks.length > 0 && (
        <Table<LookLine>
          label="Looks, the last first"
          rows={asTable ? lines.toReversed() : lines.toReversed().slice(0, SHOWN)}
          keyOf={({ on, cases }) => `${on} ${cases}`}
          columns={[
            { key: 'on', head: 'Look', cell: ({ on }) => <span className={css.line}>{on}</span> },
            { key: 'cases', head: 'Cases', number: true, cell: ({ cases }) => cases },
            { key: 'came', head: input.variants.length > 1 ? 'Came, by variant' : 'Came', number: true, cell: ({ came }) => came },
            { key: 'value', head: 'Value', number: true, cell: (line) => opened(line) },
            { key: 'between', head: 'Holds at every look', number: true, cell: ({ between }) => <span className="dim">{between}</span> },
            { key: 'scale', head: 'Evidence to scale', number: true, cell: ({ forScale }) => forScale },
            { key: 'plain', head: 'One look’s chance', number: true, cell: ({ plain }) => <span className="dim">{plain}</span> },
            {
              key: 'said',
              head: 'Said',
              cell: ({ said }) => (
                <span className={css.line}>
                  <Status kind={KINDS[said]}>{VERDICT_WORDS[said].toLowerCase()}</Status>
                </span>
              ),
            },
          ]}
        />
      )}
      {view.looks.length > 0 && (
        <ChartTools name={`verdict-${name}`} asTable={asTable} onTable={setAsTable} rows={rows} chart={() => draw(860)} />
      )}
    </section>
  );
};
