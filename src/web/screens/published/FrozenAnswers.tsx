import { count } from '../../../views/words/format.ts';
import type { FrozenAnswer } from '../../../views/published/pack.ts';
import { plainFigure } from '../../../views/published/words.ts';
import { Table } from '../../components/Table.tsx';
import css from './Published.module.css';

/** The answers of an edition, as they were given: each folded under its name. */
export const FrozenAnswers = ({ answers }: { readonly answers: readonly FrozenAnswer[] }) => (
  <section className={css.part} aria-labelledby="answers">
    <h2 id="answers">The answers as they were given</h2>
    {answers.map(({ name, answer }) => {
      const rows = [...answer.rows, answer.total];
      const figures = [...new Set(rows.flatMap((row) => Object.keys(row)))]
        .filter((figure) => !['key', 'keys', 'ids', 'n'].includes(figure))
        .slice(0, 6);
      return (
        <details key={name} className={css.answer}>
          <summary>{name}</summary>
          <p className="sm mut">{answer.definition}</p>
          <Table
            label={name}
            rows={rows}
            keyOf={({ key }) => key}
            columns={[
              { key: 'key', head: 'Row', cell: ({ key }) => key },
              { key: 'n', head: 'n', number: true, cell: ({ n }) => count(n) },
              ...figures.map((figure) => ({
                key: figure,
                head: figure,
                number: true,
                cell: (row: (typeof rows)[number]) => (figure in row ? plainFigure(row[figure]!) : ''),
              })),
            ]}
          />
        </details>
      );
    })}
  </section>
);
