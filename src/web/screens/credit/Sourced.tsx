import type { CreditView } from '../../../views/credit/credit-view.ts';
import { count, moneyFull, moneyShort, percent, quarterWords, tally } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import lines from '../../components/lines.module.css';
import { Tag } from '../../components/Tag.tsx';

/** What marketing brought, by three definitions, and what it had a part in. */
export const Sourced = ({ view }: { readonly view: CreditView }) => {
  const { currency, period, by } = view;
  const ask = { question: 'credit', by, since: period.from, until: period.to };
  return (
    <section aria-labelledby="credit-sourced">
      <h2 id="credit-sourced">Sourced and influenced by marketing</h2>
      <table className={lines.lines}>
        <thead>
          <tr>
            <th scope="col">Definition</th>
            <th scope="col" className="r">
              Deals
            </th>
            <th scope="col" className="r">
              Money
            </th>
            <th scope="col" className="r">
              Of revenue
            </th>
          </tr>
        </thead>
        <tbody>
          {view.sourced.map((line) => (
            <tr key={line.source}>
              <th scope="row" style={{ fontWeight: 'inherit', textAlign: 'left' }}>
                Sourced: {line.label} {line.locked && <Tag>{view.rules.version > 0 ? 'agreed' : 'used in headlines'}</Tag>}
                {line.unknown > 0 && <div className="dim xs">not known of {tally(line.unknown, 'deal')}</div>}
              </th>
              <td className="r">{count(line.deals)}</td>
              <td className="r nw">
                <Figure
                  opens={{
                    what: `Sourced by marketing in ${quarterWords(period.id)}: ${moneyFull({ minor: line.minor, currency })}`,
                    ask,
                    how: `A deal counts where ${line.words}.`,
                  }}
                >
                  {moneyShort({ minor: line.minor, currency })}
                </Figure>
              </td>
              <td className="r">{line.share === null ? '–' : percent(line.share)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" style={{ fontWeight: 'inherit', textAlign: 'left' }}>
              Influenced: a touch that is not sales’ own
            </th>
            <td className="r">{count(view.influenced.deals)}</td>
            <td className="r nw">
              <Figure
                opens={{
                  what: `Influenced by marketing in ${quarterWords(period.id)}: ${moneyFull({ minor: view.influenced.minor, currency })}`,
                  ask,
                  how: 'The whole amount of every deal with a counted touch that is not sales’ own, each deal once.',
                }}
              >
                {moneyShort({ minor: view.influenced.minor, currency })}
              </Figure>
            </td>
            <td className="r">{view.influenced.share === null ? '–' : percent(view.influenced.share)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
};
