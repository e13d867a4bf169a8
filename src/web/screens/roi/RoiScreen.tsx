import { useMemo, useState } from 'react';
import { Select } from '@mantine/core';
import { roiChart } from '../../../charts/roi.ts';
import type { Answer } from '../../../kernel/answer.ts';
import type { Period } from '../../../kernel/fiscal.ts';
import { MODEL_WORDS, MODELS, isModel, type Model } from '../../../models/attribution/models.ts';
import { LINKS_OF_CREDIT } from '../../../views/credit/credit-view.ts';
import { moneyOf, roiTitle } from '../../../views/prove/funnel-page.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ChartTools } from '../../components/chart/ChartTools.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Empty } from '../../components/Empty.tsx';
import { FindingNote } from '../../components/FindingNote.tsx';
import { Head } from '../../components/Head.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useActions } from '../../palette/actions.ts';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useCompany } from '../../state/company.tsx';
import { useFacts } from '../../state/facts.ts';
import { ProveTabs } from '../funnel/ProveTabs.tsx';
import { QuarterPicker } from '../funnel/QuarterPicker.tsx';
import { usePeriod } from '../funnel/use-period.ts';
import { CostRulesDialog } from './CostRulesDialog.tsx';
import { Customers } from './Customers.tsx';
import { namesOf, RoiTable, roiRows } from './RoiTable.tsx';
import css from '../funnel/FunnelScreen.module.css';

const LEARNED = { markov: 'Markov (order 1, exact)', shapley: 'Shapley' };
type Named = Model | keyof typeof LEARNED;
const isNamed = (model: string): model is Named => isModel(model) || Object.hasOwn(LEARNED, model);
const labelOf = (model: Named): string => {
  if (!isModel(model)) return LEARNED[model];
  const { label, convention } = MODEL_WORDS[model];
  return convention ? `${label} (${convention})` : label;
};
const WORDS: { readonly [by: string]: string } = { item: 'work item', requester: 'who asked' };
const CODES = new Set(['unmatched-spend', 'no-cost', 'no-credit', 'effort-not-priced', 'mixed-currency']);

/** What came back for what was spent, by any link of the thread, under any model; what is not known is said. */
export const RoiScreen = () => {
  const { role } = useCompany();
  const { period, put, search } = usePeriod(1);
  const by = search.get('by') ?? 'campaign';
  const asked = search.get('model') ?? 'linear';
  const model: Named = isNamed(asked) ? asked : 'linear';
  const credited = search.get('cost') === 'credited';
  const wish = {
    question: 'roi',
    by,
    model,
    cost: credited ? ('credited' as const) : ('period' as const),
    since: period.from,
    until: period.to,
  };
  const facts = useFacts('ask', { ...wish, intervals: true });
  const links = LINKS_OF_CREDIT.filter((link) => link !== 'requester' || role !== 'viewer');
  const actions = (
    <>
      <Select
        aria-label="By"
        data={links.map((link) => ({ value: link, label: `By ${WORDS[link] ?? link}` }))}
        value={by}
        onChange={(link) => link && put('by', link)}
        allowDeselect={false}
        comboboxProps={{ width: 200 }}
      />
      <Select
        aria-label="Attribution model"
        data={[...MODELS, 'markov' as const, 'shapley' as const].map((name) => ({ value: name, label: labelOf(name) }))}
        value={model}
        onChange={(name) => name && put('model', name)}
        allowDeselect={false}
        comboboxProps={{ width: 280 }}
      />
      <QuarterPicker period={period} onChoose={(id) => put('period', id)} />
    </>
  );
  const settling = search.get('costs') !== null;
  return (
    <>
      <ProveTabs current="/prove/roi" />
      <Answered of={facts} what="return and cost" page>
        {(answer) => (
          <Returns
            key={`${by} ${period.id}`}
            answer={answer}
            wish={wish}
            label={labelOf(model)}
            period={period}
            actions={actions}
            credited={credited}
            put={put}
          />
        )}
      </Answered>
      <Customers period={period} onSettle={() => put('costs', '1')} />
      {settling && <CostRulesDialog onClose={() => put('costs', null)} />}
    </>
  );
};

type Props = {
  readonly answer: Answer;
  readonly wish: { readonly question: string; readonly [name: string]: string };
  readonly label: string;
  readonly period: Period;
  readonly actions: React.ReactNode;
  readonly credited: boolean;
  readonly put: (name: string, value: string | null) => void;
};

const Returns = ({ answer, wish, label, period, actions, credited, put }: Props) => {
  const { book } = useCompany();
  const [asTable, setAsTable] = useState(false);
  useBearings({ links: ['campaign', 'revenue'], to: knotsTo([]) });
  useActions(
    useMemo(
      () => [
        {
          id: 'settle-costs',
          text: 'Settle what counts as cost',
          also: 'effort day rate margin sales payback',
          href: '/prove/roi?costs=1',
        },
      ],
      [],
    ),
  );
  const named = namesOf(answer, String(wish['by']), book);
  const costless = answer.rows.filter(
    (row) => row['cost'] === null && (moneyOf(row['return'])?.minor ?? 0) !== 0 && row.key !== 'no touch',
  ).length;
  const when = quarterWords(period.id);
  return (
    <>
      <Head
        title={roiTitle(answer.total, costless, label)}
        sub={`Deals won in ${when} against ${credited ? 'what the campaigns cost on the days that earned this credit' : `what was spent in ${when}`}. It describes what preceded the deals; it does not prove what caused them.`}
        actions={actions}
      />
      <div className={css.tools}>
        <Segments
          label="Which cost"
          value={credited ? 'credited' : 'period'}
          choices={[
            { value: 'period', text: 'Cost of the quarter' },
            { value: 'credited', text: 'Of the credited days' },
          ]}
          onChoose={(cost) => put('cost', cost === 'period' ? null : cost)}
        />
        <Button size="small" kind="quiet" onPress={() => put('costs', '1')}>
          What counts as cost
        </Button>
      </div>
      {answer.rows.length === 0 ? (
        <Empty outline={<div className={css.outline} />} action={<Button href="/data/import">Load spend and deals</Button>}>
          Neither cost nor a won deal is known in {when}. Here will stand what came back for what was spent, by campaign and by every link
          above it.
        </Empty>
      ) : (
        <>
          <section className={css.chart} aria-labelledby="roi-chart">
            <h2 id="roi-chart">Cost (grey) and return by {WORDS[String(wish['by'])] ?? String(wish['by'])}</h2>
            {!asTable && <ChartView draw={(width) => roiChart(named, { width })} />}
            <ChartTools
              name={`roi-${String(wish['by'])}-${period.id}`}
              asTable={asTable}
              onTable={setAsTable}
              rows={() => roiRows(named)}
              chart={() => roiChart(named)}
            />
          </section>
          <RoiTable answer={named} wish={wish} />
          <div className={css.notes}>
            {answer.findings
              .filter(({ code }) => CODES.has(code))
              .map((finding) => (
                <FindingNote key={`${finding.code} ${finding.text}`} finding={finding} />
              ))}
          </div>
        </>
      )}
    </>
  );
};
