import { useEffect, useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { Segment } from '../../../domain/audience/segment.ts';
import type { AudienceNow } from '../../../views/audience/audience.ts';
import { definitionWords } from '../../../views/audience/words.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { DefinitionFields } from './DefinitionFields.tsx';
import css from './Editor.module.css';
import { definitionOf, draftOf, emptyDraft, missingIn, type Draft } from './editing.ts';
import { MembersPreview } from './MembersPreview.tsx';

type Props = {
  readonly segment: Segment | null;
  readonly audience: AudienceNow;
  readonly onDone: (id: Segment['id'] | null) => void;
};

/** A segment while it is written, with who would belong to it counted beside it. */
export const SegmentEditor = ({ segment, audience, onDone }: Props) => {
  const { ask } = useCompany();
  const [name, setName] = useState(segment?.name ?? '');
  const [draft, setDraft] = useState<Draft | null>(() => (segment ? draftOf(segment) : emptyDraft()));
  const [refused, setRefused] = useState<string | null>(null);
  const [id] = useState(() => segment?.id ?? newId('s'));
  // Deeper than one level of groups: it is shown in words, and kept until somebody writes it anew.
  const definition = draft ? definitionOf(draft) : { of: segment!.of, where: segment!.where };
  const incomplete = draft && missingIn(draft);
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
  return (
    <div className={css.editor}>
      <Form onSubmit={save}>
        <TextField label="What do you call it?" placeholder="Mid-size shippers" value={name} onChange={setName} maxLength={80} autoFocus />
        {draft === null ? (
          <Note
            action={
              <Button size="small" onPress={() => setDraft(emptyDraft(segment?.of))}>
                Write it anew
              </Button>
            }
          >
            Its groups stand within groups; it was defined through the API, and this page writes one level. It stays as it is unless you
            write it anew, or change it where it was made.
          </Note>
        ) : (
          <DefinitionFields draft={draft} fields={audience.fields} onChange={setDraft} />
        )}
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
