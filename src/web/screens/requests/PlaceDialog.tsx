import { useState } from 'react';
import type { Request } from '../../../domain/intake/request.ts';
import { itemOf } from '../../../views/intake/phase.ts';
import { placeOfItem } from '../../../views/intake/queue.ts';
import { dayWords, list } from '../../../views/words/format.ts';
import { orderOf } from '../../../views/work/backlog.ts';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { useCompany } from '../../state/company.tsx';
import { DecideDialog } from './DecideDialog.tsx';

/** Answers whether a request gets the place it was asked for; a yes moves the work there in the same decision. */
export const PlaceDialog = ({ request, onClose }: { readonly request: Request; readonly onClose: () => void }) => {
  const { book, nameOf, noteOf, today } = useCompany();
  const [granted, setGranted] = useState<'yes' | 'no'>('yes');
  const { id, ref, place } = request;
  const item = itemOf(book, request)!;
  const now = placeOfItem(book, item.id);
  const others = orderOf(book).filter((other) => other !== item.id);
  const before = others[place!.place - 1] ?? null;
  const passed = now === null ? [] : others.slice(place!.place - 1, now - 1);
  return (
    <DecideDialog
      title={`${ref} at place ${place!.place}?`}
      does={granted === 'yes' ? `Move it to place ${place!.place}` : 'Say no'}
      done={granted === 'yes' ? `${item.ref} stands at place ${place!.place}.` : `${ref} keeps its place.`}
      commands={(why) => [
        ...(granted === 'yes' ? [{ type: 'backlog/place' as const, item: item.id, before }] : []),
        { type: 'request/answer-place', id, granted: granted === 'yes', why },
      ]}
      onClose={onClose}
    >
      <p className="mut sm">
        {nameOf(request.by)} asks for place {place!.place}
        {request.due && `, because it matters by ${dayWords(request.due, today)}`}. It stands at place {now ?? '–'}.
      </p>
      {place!.note && <p className="agreed">“{noteOf(place!.note)}”</p>}
      <ChoiceField
        label="Answer"
        value={granted}
        onChange={setGranted}
        options={[
          {
            value: 'yes',
            text: `Move it to place ${place!.place}`,
            small:
              passed.length === 0
                ? 'Nothing has to move for it.'
                : `Later for it: ${list(passed.slice(0, 3).map((other) => book.item.get(other)!.title))}${passed.length > 3 ? ` and ${passed.length - 3} more` : ''}.`,
          },
          { value: 'no', text: 'Leave the order as it is' },
        ]}
      />
    </DecideDialog>
  );
};
