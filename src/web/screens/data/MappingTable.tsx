import { Select } from '@mantine/core';
import { count } from '../../../views/words/format.ts';
import lines from '../../components/lines.module.css';
import { Scroll } from '../../components/Scroll.tsx';
import { moveColumn, NOWHERE, type Preview } from './edit-mapping.ts';
import type { Wish } from './wish.ts';
import css from './MappingTable.module.css';
import { ENTITY } from './words.ts';

type Props = { readonly preview: Preview; readonly onWish: (change: Wish) => void };
type Column = Preview['columns'][number];

const plainKind = (kind: Column['kind']): 'text' | 'number' | 'boolean' | 'day' =>
  kind === 'time' ? 'day' : kind === 'money' ? 'number' : kind;
const choiceOf = (column: Column): string => {
  const first = column.goesTo[0];
  return first === undefined ? NOWHERE : first.includes('.attrs.') ? first.slice(0, first.indexOf('.attrs.') + '.attrs'.length) : first;
};

/** Every column of the file, an example, and where it goes; a person may send it elsewhere. */
export const MappingTable = ({ preview, onWish }: Props) => {
  const entities = [...new Set(preview.targets.map((t) => t.entity))] as (keyof typeof ENTITY)[];
  const data = [
    { group: 'Not used', items: [{ value: NOWHERE, label: 'kept in the file, not used' }] },
    ...entities.map((e) => ({
      group: ENTITY[e]?.one ?? e,
      items: [
        ...preview.targets.filter((t) => t.entity === e).map((t) => ({ value: t.value, label: t.label })),
        { value: `${e}.attrs`, label: `${ENTITY[e]?.one ?? e} attribute` },
      ],
    })),
  ];
  const known = new Set(data.flatMap((g) => g.items.map((i) => i.value)));
  return (
    <Scroll label="Columns of the file and where they go">
      <table className={`${lines.lines} ${css.mapping}`}>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Example</th>
            <th scope="col">In Lockstep</th>
            <th scope="col" className="r">
              Filled
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((c) => {
            const choice = choiceOf(c);
            return (
              <tr key={c.header}>
                <th scope="row">{c.header}</th>
                <td className={css.example} title={c.examples.join(', ')}>
                  {c.examples[0] ?? <span className="dim">empty</span>}
                </td>
                <td>
                  <Select
                    size="xs"
                    aria-label={`Where ${c.header} goes`}
                    data={known.has(choice) ? data : [...data, { group: 'Here', items: [{ value: choice, label: choice }] }]}
                    value={choice}
                    searchable
                    allowDeselect={false}
                    onChange={(to) =>
                      to !== null && to !== choice && onWish({ edited: moveColumn(preview.mapping, c.header, to, plainKind(c.kind)) })
                    }
                  />
                  {c.goesTo.length > 1 && (
                    <span className="dim xs">
                      and{' '}
                      {c.goesTo
                        .slice(1)
                        .map((g) => g.replace('.attrs.', ', ').replace('.', ' ').replaceAll('_', ' '))
                        .join('; ')}
                    </span>
                  )}
                </td>
                <td className={`r ${c.filled < c.of ? css.part : ''}`}>{count(c.filled)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
};
