import type { Answer } from '../../../kernel/answer.ts';
import { openedEver, openedHalf } from '../../../views/lag/lag-opened.ts';
import { choiceWords, evidenceWords, familyWords, standsWords, type LagRow, type LagView } from '../../../views/lag/lag-view.ts';
import { count, monthLong, percent } from '../../../views/words/format.ts';
import { Drawer } from '../../components/Drawer.tsx';
import { Figure } from '../../components/figure/Figure.tsx';
import lines from '../../components/lines.module.css';
import { Note } from '../../components/Note.tsx';
import { Sections } from '../../components/Sections.tsx';
import { useBearings } from '../../places/bearings.ts';

type Props = {
  readonly answer: Answer;
  readonly view: LagView;
  readonly name: string;
  readonly href: (key: string) => string;
  readonly closeTo: string;
};

/** One channel: what its curve says, how we know, and what was compared. */
export const LagDrawer = ({ answer, view, name, href, closeTo }: Props) => {
  const order = [...view.drawn, ...view.refused];
  const at = order.findIndex(({ key }) => key === name);
  const row = order[at];
  useBearings({ crumb: name });
  return (
    <Drawer
      title={name}
      kick={row ? evidenceWords(row, view.words) : 'Lag'}
      closeTo={closeTo}
      previous={order[at - 1] && href(order[at - 1]!.key)}
      next={at >= 0 && order[at + 1] ? href(order[at + 1]!.key) : undefined}
    >
      {row ? <Body answer={answer} view={view} row={row} /> : <p>There is no channel of this name among the {view.words.units} here.</p>}
    </Drawer>
  );
};

const Body = ({ answer, view, row }: { readonly answer: Answer; readonly view: LagView; readonly row: LagRow }) => {
  const { units, camePlural } = view.words;
  return (
    <Sections>
      <section>
        {row.ever && row.half ? (
          <p>
            <Figure opens={openedEver(answer, view, row)}>{percent(row.ever.value)}</Figure> ever become {camePlural} (
            {percent(row.ever.low)} to {percent(row.ever.high)}); half of those within{' '}
            <Figure opens={openedHalf(answer, view, row)}>{`${count(row.half.value)} days`}</Figure> ({count(row.half.low)} to{' '}
            {count(row.half.high)}).
            {row.by90 &&
              ` By 90 days ${percent(row.by90.value)} of all have come (${percent(row.by90.low)} to ${percent(row.by90.high)}).`}{' '}
            Each interval holds the truth four times in five.
          </p>
        ) : (
          <p>Nothing came yet, so nothing can be said of those that come.</p>
        )}
        {row.refused && (
          <Note kind="early">
            Too few to draw: 20 {units} with 5 {camePlural} are needed.{' '}
            {row.ripe ? `At this pace that is in ${monthLong(row.ripe)}.` : 'At this pace that is not within ten years.'} What stands above
            is borrowed.
          </Note>
        )}
        {row.rising && !row.refused && (
          <Note kind="risk">
            The curve is still rising at the end of what was watched ({count(row.watched)} days). How many never come is then a guess of the
            family that fits; the part that was watched is not.
          </Note>
        )}
      </section>
      <section>
        <h3>How we know</h3>
        <p>
          {count(row.n)} {row.n === 1 ? view.words.unit : units}: {count(row.came)} came
          {row.ended > 0 && `, ${count(row.ended)} were lost and stay in the whole as never`}, {count(row.open)} are open and count as not
          yet, each for as long as it has been watched. {standsWords(row)}
        </p>
        <p>
          A lag of so many days is a difference of two local dates, so it is fitted as the day around it, half a day to either side. The
          share that never comes is fitted with the lag; its interval tries every share that explains the days almost as well.
        </p>
      </section>
      {row.compared.length > 0 && (
        <section>
          <h3>What was compared</h3>
          <p>{choiceWords(row)}</p>
          <table className={lines.lines}>
            <caption className="unseen">Families of lags compared for {row.key}</caption>
            <thead>
              <tr>
                <th scope="col">Family</th>
                <th scope="col" className="r">
                  Never comes
                </th>
                <th scope="col" className="r">
                  AIC, behind the best
                </th>
              </tr>
            </thead>
            <tbody>
              {row.compared.map((f) => (
                <tr key={f.family}>
                  <td>{familyWords(f.family)}</td>
                  <td className="r nw">{f.converged ? percent(f.never) : <span className="dim">ran off</span>}</td>
                  <td className="r nw">
                    {f.converged ? (f.aic === row.compared[0]!.aic ? 'best' : `+${count(f.aic - row.compared[0]!.aic, 1)}`) : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="dim sm">
            AIC weighs how well a family fits against how many parameters it takes: two or more behind the best is worse, ten is far off.
          </p>
        </section>
      )}
    </Sections>
  );
};
