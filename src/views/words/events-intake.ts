/** Sentences of what is asked for and what becomes of it. */
import type { FormEvent } from '../../domain/intake/form.ts';
import type { RequestEvent } from '../../domain/intake/request.ts';
import type { NoteId, RequestId } from '../../kernel/ids.ts';
import { dayWords } from './format.ts';
import { thingTitle } from './names.ts';
import type { Sentences, Telling } from './telling.ts';

const request = (id: RequestId, text: string, quote: NoteId | null = null) => ({ text, quote, href: `/work/requests/${id}` });
const form = (text: string) => ({ text, quote: null, href: '/work/requests/links' });
const called = ({ book }: Telling, id: string): string => thingTitle(book, 'request', id);

export const INTAKE_EVENTS: Sentences<FormEvent | RequestEvent> = {
  'form/made': ({ name, until }, t) => form(`opened the form “${name}”${until === null ? '' : ` until ${dayWords(until, t.today)}`}`),
  'form/revoked': ({ id }, t) => form(`closed the form “${thingTitle(t.book, 'form', id)}”`),
  'request/received': ({ id, ref, by, form: link, result }, t) =>
    request(id, link === null ? `wrote down ${ref}, which ${t.nameOf(by)} asked for` : `sent ${ref} as ${t.nameOf(by)}`, result),
  'request/accepted': ({ id, item, why }, t) => request(id, `accepted ${called(t, id)} as “${thingTitle(t.book, 'item', item)}”`, why),
  'request/merged': ({ id, into, why }, t) => request(id, `joined ${called(t, id)} with ${called(t, into)}`, why),
  'request/deferred': ({ id, until, why }, t) => request(id, `deferred ${called(t, id)} until ${dayWords(until, t.today)}`, why),
  'request/declined': ({ id, why }, t) => request(id, `declined ${called(t, id)}`, why),
  'request/withdrawn': ({ id, why }, t) => request(id, `withdrew ${called(t, id)}`, why),
  'request/returned': ({ id, why }, t) => request(id, `brought ${called(t, id)} back to the inbox`, why),
  'request/question-asked': ({ id, question }, t) => request(id, `asked a question about ${called(t, id)}`, question),
  'request/question-answered': ({ id, answer }, t) => request(id, `answered the question about ${called(t, id)}`, answer),
  'request/place-asked': ({ id, place, note }, t) => request(id, `asked for place ${place} for ${called(t, id)}`, note),
  'request/place-answered': ({ id, granted, why }, t) =>
    request(id, granted ? `gave ${called(t, id)} the place asked for` : `said no to the place asked for ${called(t, id)}`, why),
};
