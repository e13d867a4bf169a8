import { useEffect, useState } from 'react';
import { IconPlus } from '@tabler/icons-react';
import type { Command } from '../../../domain/book.ts';
import type { Member, Segment } from '../../../domain/audience/segment.ts';
import type { AudienceNow } from '../../../views/audience/audience.ts';
import { definitionWords } from '../../../views/audience/words.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { ConditionRow } from './ConditionRow.tsx';
import css from './Editor.module.css';
import { definitionOf, draftOf, emptyBlock, emptyDraft, emptyRow, missingIn, type Block, type Draft } from './editing.ts';
import { MembersPreview } from './MembersPreview.tsx';

type Props = {
  readonly segment: Segment | null;
  readonly audience: AudienceNow;
  readonly onDone: (id: Segment['id'] | null) => void;
};

const JOIN = [
  { value: 'all' as const, text: 'all of these' },
  { value: 'any' as const, text: 'any of these' },
];

/** A segment while it is written, with who would belong to it counted beside it. */
export const SegmentEditor = ({ segment, audience, onDone }: Props) => {
  const { ask } = useCompany();
  const [name, setName] = useState(segment?.name ?? '');
  const [draft, setDraft] = useState<Draft>(() => (segment && draftOf(segment)) ?? emptyDraft());
  const [refused, setRefused] = useState<string | null>(null);
  const [id] = useState(() => segment?.id ?? newId('s'));
  const definition = definitionOf(draft);
  const incomplete = missingIn(draft);
  const counted = useSettled(incomplete === null ? definition : null, 250);
  const commands: Command[] = segment
    ? [
        ...(name.trim() !== segment.name ? [{ type: 'segment/reword' as const, id, name: name.trim() }] : []),
        ...(JSON.stringify({ of: segment.of, where: segment.where }) !== JSON.stringify(definition)
          ? [{ type: 'segment/redefine' as const, id, ...definition }]
          : []),
      ]
    : [{ type: 'segment/define', id, name: name.trim(), ...definition }];
  const rule = useRule(commands);
  const missing = name.trim() === '' ? 'Give it a name' : (incomplete ?? (commands.length === 0 ? 'Nothing is changed yet' : rule));
  const save = (): void => {
    if (missing) return;
    const answer = ask(commands);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: segment ? 'The segment means this from now on.' : `“${name.trim()}” is defined.` });
    onDone(id);
  };
  const setBlock = (key: number, change: (block: Block) => Block | null): void =>
    setDraft((d) => ({ ...d, blocks: d.blocks.flatMap((b) => (b.key === key ? (change(b) ?? []) : [b])) }));
  return (
    <div className={css.editor}>
      <Form onSubmit={save}>
        <TextField label="What do you call it?" placeholder="Mid-size shippers" value={name} onChange={setName} maxLength={80} autoFocus />
        <div className={css.of}>
          <span>It holds</span>
          <Segments
            label="It holds"
            value={draft.of}
            choices={[
              { value: 'account', text: 'accounts' },
              { value: 'contact', text: 'contacts' },
            ]}
            onChoose={(of: Member) => setDraft({ ...draft, of })}
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
                  onChoose={(join) => setDraft({ ...draft, join })}
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
                fields={audience.fields}
                onChange={(to) => setBlock(block.key, (b) => ({ ...b, rows: b.rows.map((r) => (r.key === row.key ? to : r)) }))}
                onRemove={
                  draft.blocks.length + block.rows.length > 2
                    ? () =>
                        setBlock(block.key, (b) => (b.rows.length === 1 ? null : { ...b, rows: b.rows.filter((r) => r.key !== row.key) }))
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
          <Button size="small" onPress={() => setDraft({ ...draft, blocks: [...draft.blocks, emptyBlock(draft.of)] })}>
            Add a group
          </Button>
        </div>
        {incomplete === null && <p className={`agreed ${css.said}`}>{definitionWords(definition)}.</p>}
        {refused && <Note kind="off">{refused}</Note>}
        <div className={css.buttons}>
          <Button kind="primary" submit forbid={missing}>
            {segment ? 'Keep the change' : 'Define the segment'}
          </Button>
          <Button kind="quiet" onPress={() => onDone(null)}>
            Cancel
          </Button>
        </div>
      </Form>
      <MembersPreview definition={incomplete === null ? counted : null} />
    </div>
  );
};

/** A value once it has rested for a moment: typing does not ask the server letter by letter. */
const useSettled = <T,>(value: T, ms: number): T => {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
};
