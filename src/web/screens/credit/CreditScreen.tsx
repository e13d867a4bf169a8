import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { decimalOf } from '../../../kernel/money.ts';
import { creditChart } from '../../../charts/credit.ts';
import { LINKS_OF_CREDIT, type CreditView } from '../../../views/credit/credit-view.ts';
import { capital, quarterWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ChartTools } from '../../components/chart/ChartTools.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { ProseText } from '../../components/ProseText.tsx';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { ProveTabs } from '../funnel/ProveTabs.tsx';
import { Agreement } from './Agreement.tsx';
import css from './CreditScreen.module.css';
import { Disagree } from './Disagree.tsx';
import { Learned } from './Learned.tsx';
import { ModelTable } from './ModelTable.tsx';
import { Sourced } from './Sourced.tsx';
import { WhatItSays } from './WhatItSays.tsx';

/** Where closed revenue came from, under every model side by side. */
export const CreditScreen = () => {
  const [search, setSearch] = useSearchParams();
  const by = search.get('by') ?? 'channel';
  const period = search.get('period');
  const put = (name: string, value: string): void =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const facts = useFacts('credit', { by, ...(period && { period }) });
  return (
    <>
      <ProveTabs current="/prove/credit" />
      <Answered of={facts} what="the credit" page>
        {(view) => <Credited key={`${view.period.id} ${view.by}`} view={view} put={put} />}
      </Answered>
    </>
  );
};

/** The table as it is taken away: whole amounts in major units, each column summing to closed revenue. */
const creditRows = ({ models, lines, dark, closed, currency, byWords }: CreditView): readonly (readonly (string | number | null)[])[] => {
  const plain = (minor: number): string => decimalOf({ minor, currency });
  const bounds = (of: { readonly low: number; readonly high: number } | undefined): (string | null)[] =>
    of ? [plain(of.low), plain(of.high)] : [null, null];
  return [
    [
      byWords,
      'deals',
      'touches',
      ...models.map((m) => `${m.label}${m.convention ? ` ${m.convention}` : ''}`),
      'influenced',
      ...models.flatMap((m) => [`${m.label}, low (80 %)`, `${m.label}, high (80 %)`]),
      'currency',
    ],
    ...lines.map((l) => [
      l.label,
      l.n,
      l.touches,
      ...models.map((m) => plain(l.minor[m.name])),
      plain(l.influenced),
      ...models.flatMap((m) => bounds(l.interval?.[m.name])),
      currency,
    ]),
    ...(dark.deals > 0
      ? [['no touch', dark.deals, 0, ...models.map(() => plain(dark.minor)), null, ...models.flatMap(() => bounds(undefined)), currency]]
      : []),
    [
      'closed revenue',
      closed.deals,
      null,
      ...models.map(() => plain(closed.minor)),
      null,
      ...models.flatMap(() => bounds(undefined)),
      currency,
    ],
  ];
};

type Put = (name: string, value: string) => void;
const WORDS: { readonly [by: string]: string } = { item: 'Work item', requester: 'Who asked' };

const Credited = ({ view, put }: { readonly view: CreditView; readonly put: Put }) => {
  const { role } = useCompany();
  const [asTable, setAsTable] = useState(false);
  const [model, setModel] = useState<CreditView['models'][number]['name']>('linear');
  const links = LINKS_OF_CREDIT.filter((link) => link !== 'requester' || role !== 'viewer');
  const actions = (
    <div className={css.tools}>
      <Select
        aria-label="By"
        data={links.map((link) => ({ value: link, label: `By ${(WORDS[link] ?? capital(link)).toLowerCase()}` }))}
        value={view.by}
        onChange={(by) => by && put('by', by)}
        allowDeselect={false}
        comboboxProps={{ width: 200 }}
      />
      <div className={css.period} role="group" aria-label="Quarter">
        <IconButton label="Quarter before" onPress={() => put('period', view.period.before)}>
          <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
        <b>{quarterWords(view.period.id)}</b>
        <IconButton label="Quarter after" onPress={() => put('period', view.period.after)}>
          <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
  return (
    <>
      <Head title={<ProseText prose={view.title} />} sub={view.scope} actions={actions} />
      {view.closed.deals === 0 ? (
        <Empty
          action={
            <Button kind="primary" onPress={() => put('period', view.period.before)}>
              Look at {quarterWords(view.period.before)}
            </Button>
          }
        >
          No deal is known to have been won in {quarterWords(view.period.id)}. Credit is shared among the touches of won deals.
        </Empty>
      ) : (
        <>
          <section className={css.chart} aria-labelledby="credit-range">
            <h2 id="credit-range">From the model that gives least to the one that gives most</h2>
            <p className="dim sm">A tick for each of {view.models.length} models. The wider the bar, the less they agree.</p>
            {!asTable && <ChartView least={420} draw={(width) => creditChart(view, { width })} />}
            <ChartTools
              name={`credit-by-${view.by}-${view.period.id}`}
              asTable={asTable}
              onTable={setAsTable}
              rows={() => creditRows(view)}
              chart={() => creditChart(view)}
            />
          </section>
          <ModelTable view={view} model={model} onModel={setModel} />
          <div className={css.pair}>
            <Disagree view={view} />
            <Sourced view={view} />
          </div>
          <Learned view={view} />
          <Agreement view={view} />
          <WhatItSays view={view} />
        </>
      )}
    </>
  );
};
