import { useState } from 'react';
import type { CreditView } from '../../../views/credit/credit-view.ts';
import { agreementWords } from '../../../views/answers/agreement.ts';
import { count, moneyFull, moneyShort, plural } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';

const MATCH = { same: 'the same', tracked: 'tracked later', not: 'not tracked' } as const;
const FEW = 6;

/** What people say brought them, beside what was tracked. */
export const Agreement = ({ view }: { readonly view: CreditView }) => {
  const [all, setAll] = useState(false);
  const { agreement, currency } = view;
  const rows = all ? agreement.lines : agreement.lines.slice(0, FEW);
  return (
    <section aria-labelledby="credit-said">
      <h2 id="credit-said" style={{ marginTop: 28 }}>
        What people say, beside what was tracked
      </h2>
      {agreement.said === 0 ? (
        <p className="mut sm">
          None of the deals says what brought it. Ask at the first form (“How did you hear about us?”) and load the column: people remember
          what no cookie sees.
        </p>
      ) : (
        <>
          <p className="mut sm">
            {agreementWords(agreement, (minor) => moneyFull({ minor, currency }))}
            {agreement.silent > 0 &&
              ` ${plural(agreement.silent, 'deal').replace(/^./, (c) => c.toUpperCase())} ${agreement.silent === 1 ? 'does' : 'do'} not say.`}{' '}
            Both are kept; neither corrects the other.
          </p>
          <Scroll label="What people say and what was tracked">
            <table className={lines.lines}>
              <thead>
                <tr>
                  <th scope="col">They say</th>
                  <th scope="col">Tracked first touch</th>
                  <th scope="col">What they say is</th>
                  <th scope="col" className="r">
                    Deals
                  </th>
                  <th scope="col" className="r">
                    Money
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((line) => (
                  <tr key={`${line.said} ${line.tracked} ${line.match}`}>
                    <td className="agreed">“{line.said}”</td>
                    <td>{line.tracked ?? <span className="dim">none</span>}</td>
                    <td>{MATCH[line.match]}</td>
                    <td className="r">{count(line.n)}</td>
                    <td className="r nw">{moneyShort({ minor: line.minor, currency })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {agreement.lines.length > FEW && (
            <p>
              <Button size="small" onPress={() => setAll(!all)}>
                {all ? 'Show fewer' : `Show all ${count(agreement.lines.length)}`}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  );
};
