import { Link } from 'wouter';
import { Select } from '@mantine/core';
import type { CreditLine, CreditView } from '../../../views/credit/credit-view.ts';
import { rangeOf } from '../../../views/credit/disagree.ts';
import { capital, count, moneyFull, moneyShort, plural, quarterWords, tally } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './ModelTable.module.css';

type Name = CreditView['models'][number]['name'];
type Props = { readonly view: CreditView; readonly model: Name; readonly onModel: (model: Name) => void };

/** A row per key, a column per model; every column sums to closed revenue to the cent. */
export const ModelTable = ({ view, model, onModel }: Props) => {
  const { models, currency, closed, dark, by } = view;
  const money = (minor: number): string => moneyShort({ minor, currency });
  const shown = (name: Name): string => (name === model ? '' : css.other!);
  return (
    <section aria-labelledby="credit-models">
      <h2 id="credit-models" className={css.head}>
        All models side by side
      </h2>
      <div className={css.pick}>
        <Select
          label="Model"
          data={models.map((m) => ({ value: m.name, label: m.label }))}
          value={model}
          onChange={(name) => name && onModel(name)}
          allowDeselect={false}
        />
        <p className="dim xs">{capital(models.find((m) => m.name === model)!.words)}.</p>
      </div>
      <Scroll label="Credit under every model">
        <table className={`${lines.lines} ${css.table}`} data-model={model}>
          <caption className="unseen">
            Closed revenue of {quarterWords(view.period.id)} by {view.byWords}, under each model; each column sums to closed revenue
          </caption>
          <thead>
            <tr>
              <th scope="col" className={css.key}>
                {capital(view.byWords)}
              </th>
              <th scope="col" className="r">
                Deals
              </th>
              {models.map((m) => (
                <th key={m.name} scope="col" className={`r ${shown(m.name)}`} title={m.words}>
                  {m.label}
                  {m.convention && <small>{m.convention}</small>}
                </th>
              ))}
              <th scope="col" className="r">
                Influenced
              </th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line) => (
              <tr key={line.key} data-key={line.key}>
                <th scope="row" className={css.key}>
                  <Name line={line} />
                </th>
                <td className="r">{count(line.n)}</td>
                {models.map((m) => (
                  <td key={m.name} className={`r nw ${shown(m.name)} ${m.name === rangeOf(line).high.model ? css.most : ''}`}>
                    <Figure
                      opens={{
                        what: `${line.label}, ${m.label}${m.convention ? ` (${m.convention})` : ''}: ${moneyFull({ minor: line.minor[m.name], currency })} of what was won in ${quarterWords(view.period.id)}`,
                        ask: { question: 'credit', by, model: m.name, since: view.period.from, until: view.period.to },
                      }}
                    >
                      {money(line.minor[m.name])}
                    </Figure>
                    {line.interval?.[m.name] && line.interval[m.name]!.high !== line.interval[m.name]!.low && (
                      <small className={`dim ${css.between}`}>
                        <span className="unseen">80 % interval </span>
                        {betweenWords(line.interval[m.name]!, money)}
                      </small>
                    )}
                  </td>
                ))}
                <td className="r nw dim">{money(line.influenced)}</td>
              </tr>
            ))}
            {dark.deals > 0 && (
              <tr>
                <th scope="row" className={css.key}>
                  <Tag kind="gap">no touch</Tag>
                </th>
                <td className="r">{count(dark.deals)}</td>
                {models.map((m) => (
                  <td key={m.name} className={`r nw dim ${shown(m.name)}`}>
                    {money(dark.minor)}
                  </td>
                ))}
                <td className="r dim">–</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={css.key}>
                Closed revenue
              </th>
              <td className="r">{count(closed.deals)}</td>
              {models.map((m) => (
                <td key={m.name} className={`r nw ${shown(m.name)}`}>
                  <b title={moneyFull({ minor: closed.minor, currency })}>{money(closed.minor)}</b>
                </td>
              ))}
              <td className="r nw dim">{money(view.influenced.minor)}</td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
      <p className="dim xs">
        {tally(models.length, 'model')}, each summing to {moneyFull({ minor: closed.minor, currency })}, split to the smallest unit deal by
        deal. Influenced is the whole amount of each deal with a touch there, so its rows overlap. {view.rules.words}{' '}
        {view.intervals === null
          ? 'No intervals: too few deals were won to say how far these sums would move with others.'
          : `Below each number the 80 % interval of ${count(view.intervals.times)} draws of the ${plural(view.intervals.deals, 'deal')} with replacement: how far it would move with other deals of the same kind, not how far it is from what caused them.`}
      </p>
    </section>
  );
};

/** An amount that does not break before its unit. */
const together = (text: string): string => text.replaceAll(/\s/g, '\u00A0');

const betweenWords = ({ low, high }: { readonly low: number; readonly high: number }, money: (minor: number) => string): string =>
  `${together(money(low))} to ${together(money(high))}`;

const Name = ({ line }: { readonly line: CreditLine }) =>
  line.gap ? <Tag kind="gap">{line.label}</Tag> : line.href ? <Link href={line.href}>{line.label}</Link> : <>{line.label}</>;
