import { toFile } from '../../../charts/file.ts';
import type { Chart } from '../../../charts/svg.ts';
import { csvOf } from '../../../views/words/csv.ts';
import { useKey } from '../../keyboard/use-key.ts';
import { save } from '../save.ts';
import css from './ChartTools.module.css';

type Props = {
  /** Name of the files, without an ending. */
  readonly name: string;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  /** First row: the names of the columns. */
  readonly rows: () => readonly (readonly (string | number | null)[])[];
  readonly chart: () => Chart;
  /** Another chart of the page has the key. */
  readonly keyless?: boolean;
};

/** Under a chart: its table (T), and both to take away. */
export const ChartTools = ({ name, asTable, onTable, rows, chart, keyless = false }: Props) => {
  useKey('t', 'Chart or table', () => onTable(!asTable), !keyless);
  return (
    <p className={css.tools}>
      <button type="button" className="lnk" aria-pressed={asTable} onClick={() => onTable(!asTable)}>
        {asTable ? 'Show as a chart' : 'Show as a table'} {!keyless && <span className="dim">T</span>}
      </button>
      <button type="button" className="lnk" onClick={() => save(`${name}.csv`, 'text/csv', csvOf(rows()))}>
        Download the numbers
      </button>
      <button type="button" className="lnk" onClick={() => save(`${name}.svg`, 'image/svg+xml', toFile(chart(), 'light'))}>
        Download the picture
      </button>
    </p>
  );
};
