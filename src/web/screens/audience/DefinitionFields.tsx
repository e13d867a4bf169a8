import { IconPlus } from '@tabler/icons-react';
import type { Member } from '../../../domain/audience/segment.ts';
import type { AskableField } from '../../../views/audience/audience.ts';
import { Button } from '../../components/Button.tsx';
import { Segments } from '../../components/Segments.tsx';
import { ConditionRow } from './ConditionRow.tsx';
import css from './Editor.module.css';
import { emptyBlock, emptyRow, type Block, type Draft } from './editing.ts';

type Props = {
  readonly draft: Draft;
  readonly fields: readonly AskableField[];
  readonly onChange: (draft: Draft) => void;
};

const JOIN = [
  { value: 'all' as const, text: 'all of these' },
  { value: 'any' as const, text: 'any of these' },
];

/** What a segment holds: accounts or contacts, and groups of conditions. */
export const DefinitionFields = ({ draft, fields, onChange }: Props) => {
  const setBlock = (key: number, change: (block: Block) => Block | null): void =>
    onChange({ ...draft, blocks: draft.blocks.flatMap((b) => (b.key === key ? (change(b) ?? []) : [b])) });
  return (
    <>
      <div className={css.of}>
        <span>It holds</span>
        <Segments
          label="It holds"
          value={draft.of}
          choices={[
            { value: 'account', text: 'accounts' },
            { value: 'contact', text: 'contacts' },
          ]}
          onChoose={(of: Member) => onChange({ ...draft, of })}
        />
        <span className="dim xs">
          {draft.of === 'account' ? 'Deals belong to it by their account.' : 'Deals belong to it by their linked contacts.'}
        </span>
      </div>
      {draft.blocks.map((block, n) => (
        <fieldset key={block.key} className={css.block}>
          <legend>
            {n > 0 && (
              <Segments
                label="Joined with the group above"
                value={draft.join}
                choices={[
                  { value: 'all', text: 'and' },
                  { value: 'any', text: 'or' },
                ]}
                onChoose={(join) => onChange({ ...draft, join })}
              />
            )}
            <span>{block.rows.length > 1 ? 'where' : 'where this holds'}</span>
            {block.rows.length > 1 && (
              <Segments
                label="How the conditions are joined"
                value={block.join}
                choices={JOIN}
                onChoose={(join) => setBlock(block.key, (b) => ({ ...b, join }))}
              />
            )}
          </legend>
          {block.rows.map((row) => (
            <ConditionRow
              key={row.key}
              row={row}
              of={draft.of}
              fields={fields}
              onChange={(to) => setBlock(block.key, (b) => ({ ...b, rows: b.rows.map((r) => (r.key === row.key ? to : r)) }))}
              onRemove={
                draft.blocks.length + block.rows.length > 2
                  ? () => setBlock(block.key, (b) => (b.rows.length === 1 ? null : { ...b, rows: b.rows.filter((r) => r.key !== row.key) }))
                  : null
              }
            />
          ))}
          <Button
            size="small"
            kind="quiet"
            icon={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
            onPress={() => setBlock(block.key, (b) => ({ ...b, rows: [...b.rows, emptyRow(draft.of)] }))}
          >
            Add a condition
          </Button>
        </fieldset>
      ))}
      <div>
        <Button size="small" onPress={() => onChange({ ...draft, blocks: [...draft.blocks, emptyBlock(draft.of)] })}>
          Add a group
        </Button>
      </div>
    </>
  );
};
