/** `home`: for a person the page in words, made by the view the browser shows; as JSON the numbers alone. */
import { emptyBook, type Book } from '../../../../domain/book.ts';
import { ok } from '../../../../kernel/result.ts';
import { dayIn } from '../../../../kernel/zone.ts';
import { homePage } from '../../../../views/home/page.ts';
import type { SentBook } from '../../../contract/book.ts';
import type { Output } from '../../../operations/operation.ts';
import { homeText } from '../print/home.ts';
import type { Action } from './action.ts';

export const home: Action = async ({ door, input, json }) => {
  const answer = await door.call('home', input);
  if (!answer.ok || json) return answer.ok ? ok({ value: answer.value, text: '' }) : answer;
  const sent = await door.call('book', { company: input['company'] });
  if (!sent.ok) return sent;
  const facts = answer.value as Output<'home'>;
  const book = bookOf((sent.value as Output<'book'>).book);
  const forecast = await door.call('outcome-forecast', { company: input['company'] });
  const forecasts = forecast.ok ? (forecast.value as Output<'outcome-forecast'>).forecasts : [];
  const today = dayIn(book.company.get('company')?.zone ?? 'UTC', new Date().toISOString());
  return ok({ value: facts, text: homeText(facts, homePage(book, facts, today, forecasts), book) });
};

const bookOf = (sent: SentBook): Book => ({
  ...emptyBook,
  ...Object.fromEntries(Object.entries(sent).map(([kind, things]) => [kind, new Map<string, unknown>(things)])),
});
