import { Link } from 'wouter';
import type { Answer } from '../../../kernel/answer.ts';
import { openedEver, openedHalf } from '../../../views/lag/lag-opened.ts';
import type { LagRow, LagView } from '../../../views/lag/lag-view.ts';
import { count, percent } from '../../../views/words/format.ts';
import { Figure } from '../../components/figure/Figure.tsx';
import { Unknown } from '../../components/figure/Unknown.tsx';
import lines from '../../components/lines.module.css';
import css from './LagTable.module.css';

type Props = {
  readonly answer: Answer;
  readonly view: LagView;
  readonly focus: string | null;
  readonly href: (key: string) => string;
  readonly onPoint: (key: string) => void;
};

/** The drawn curves as numbers: share that ever comes with its interval, half by, how many. */
export const LagTable = ({ answer, view, focus, href, onPoint }: Props) => {
  const rows = view.drawn.length > 0 ? view.drawn : [];
  return (
    <table className={`${lines.lines} ${css.lag}`}>
      <caption className="unseen">{view.heading}</caption>
      <thead>
        <tr>
          <th scope="col">Channel</th>
          <th scope="col" className="r">
            Ever
          </th>
          <th scope="col" className="r">
            80 %
          </th>
          <th scope="col" className="r">
            Half by
          </th>
          <th scope="col" className="r">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} focused={row.key === focus} {...{ answer, view, href, onPoint }} />
        ))}
        <Row row={{ ...view.all, key: 'All' }} focused={false} {...{ answer, view, onPoint }} />
      </tbody>
    </table>
  );
};

type RowProps = Omit<Props, 'focus' | 'href'> & { readonly row: LagRow; readonly focused: boolean; readonly href?: Props['href'] };

const Row = ({ row, focused, answer, view, href, onPoint }: RowProps) => (
  <tr className={focused ? css.focused : undefined} onPointerEnter={() => href && onPoint(row.key)}>
    <td className={css.name}>
      <i
        style={{ background: href ? (row.colour === null ? 'var(--ink-3)' : `var(--c${row.colour})`) : 'transparent' }}
        aria-hidden="true"
      />
      {href ? (
        <Link href={href(row.key)} onFocus={() => onPoint(row.key)}>
          {row.key}
        </Link>
      ) : (
        row.key
      )}
    </td>
    <td className="r nw">
      {row.ever ? (
        <Figure opens={openedEver(answer, view, row)}>{tenths(row.ever.value)}</Figure>
      ) : (
        <Unknown what={`${row.key}: share that ever comes`} why="Nothing came yet." />
      )}
    </td>
    <td className="r nw dim">{row.ever && `${bare(row.ever.low)} to ${bare(row.ever.high)}`}</td>
    <td className="r nw">{row.half ? <Figure opens={openedHalf(answer, view, row)}>{`${count(row.half.value)} d`}</Figure> : '–'}</td>
    <td className="r nw dim">{count(row.n)}</td>
  </tr>
);

/** One digit below 100 %, so that channels can be told apart. */
const tenths = (share: number): string => (share >= 0.995 ? percent(share) : `${count(share * 100, 1)} %`);
const bare = (share: number): string => tenths(share).replace(' %', '');
