/**
 * Questions: what only a person can know about a file, each with its options and how to answer.
 */
import { ENTITIES } from './entities.ts';
import type { Answers, Entity, Question } from './mapping.ts';
import type { OrderEvidence } from './time-format.ts';

type Option = { readonly id: string; readonly text: string };

const question = (id: string, text: string, options: readonly Option[], otherwise?: string): Question => ({
  id,
  text,
  options,
  answerWith: `--answer ${shellWord(`${id}=${options[0]?.id ?? '…'}`)}`,
  ...(otherwise === undefined ? {} : { otherwise }),
});

/** Which event a list is of; any name is an answer. `suggested`: what the file's name says. */
export const askEventName = (suggested: string | null): Question => ({
  ...question(
    'event-name',
    'The file does not say which event it is the list of. What is the event called? Best is the tracking key or the name of its campaign.',
    suggested === null ? [] : [{ id: suggested, text: `${suggested}, as the file is called` }],
  ),
  free: 'text',
});

/** On which day it was; any day is an answer. */
export const askEventDay = (suggested: string | null): Question => ({
  ...question(
    'event-day',
    'The file does not say on which day the event was.',
    suggested === null ? [] : [{ id: suggested, text: `${suggested}, as the file is called` }],
  ),
  free: 'day',
});

export const askEventChannel = (online: boolean): Question =>
  question(
    'event-channel',
    'Was it an event in person or a webinar?',
    [
      { id: 'Event', text: 'in person' },
      { id: 'Webinar', text: 'a webinar' },
    ],
    online ? 'Webinar' : 'Event',
  );

/** An answer for exactly this question, or for all of its kind: `date-order=dmy`. Undefined: none given. */
export const answerTo = (answers: Answers, id: string): string | undefined => answers[id] ?? answers[id.split(':')[0]!];

/** What the rows of the file are. `fit`: entities it could be. */
export const askRows = (fit: readonly Entity[], headers: readonly string[]): Question => {
  const offered = fit.length > 1 ? fit : (Object.keys(ENTITIES) as Entity[]);
  const text =
    fit.length > 1
      ? `The columns fit more than one thing: ${fit.map((entity) => ENTITIES[entity].words).join(' or ')}. What is one row?`
      : `Nothing in the column names (${headers.slice(0, 6).join(', ')}${headers.length > 6 ? ', …' : ''}) says what one row is.`;
  return question(
    'rows',
    text,
    offered.map((entity) => ({ id: entity, text: ENTITIES[entity].words })),
  );
};

/** Whether the day or the month stands first. */
export const askOrder = (header: string, { dayFirst, monthFirst, example }: OrderEvidence): Question => {
  const [a, b] = example.split(/[/.-]/);
  const text =
    dayFirst + monthFirst === 0
      ? `Column ${header} holds dates like ${example}, and no cell says whether the day or the month stands first.`
      : `Column ${header} holds dates of both orders: ${dayFirst} can only have the day first, ${monthFirst} only the month (one is ${example}). Rows that do not fit the order you choose are held.`;
  return question(`date-order:${header}`, text, [
    { id: 'dmy', text: `day first: ${example} is day ${a} of month ${b}` },
    { id: 'mdy', text: `month first: ${example} is day ${b} of month ${a}` },
  ]);
};

/** Whether the point or the comma is the decimal mark. */
export const askDecimal = (header: string, example: string): Question =>
  question(
    `decimal:${header}`,
    `Column ${header} holds numbers like ${example}, and no cell says whether that is about ${example.replaceAll(/[.,]/g, '')} or about ${/\d+/.exec(example)?.[0] ?? example}.`,
    [
      { id: 'point', text: 'the point is the decimal mark: 1,234.5' },
      { id: 'comma', text: 'the comma is the decimal mark: 1.234,5' },
    ],
  );

/** What a stage means. */
export const askStage = (stage: string, n: number): Question =>
  question(
    `stage:${stage}`,
    `${n.toLocaleString('en')} ${n === 1 ? 'deal stands' : 'deals stand'} in stage "${stage}". Is such a deal open, won or lost?`,
    [
      { id: 'open', text: 'open' },
      { id: 'won', text: 'won' },
      { id: 'lost', text: 'lost' },
    ],
  );

/** What deals without a stage but with a closing date are. */
export const askOutcome = (header: string): Question =>
  question('outcome', `The file has a closing date (${header}) and no stage. Were these deals won?`, [
    { id: 'won', text: 'all were won' },
    { id: 'lost', text: 'all were lost' },
    { id: 'open', text: 'they are open, and the date is the expected one' },
  ]);

/** Whether a cost file holds all campaigns of its days. `kept`: campaigns of these days that it has. */
export const askWholeDays = (of: string, gone: readonly string[], kept: number): Question => {
  const named = `${gone.slice(0, 3).join(', ')}${gone.length > 3 ? ` and ${gone.length - 3} more` : ''}`;
  return question(
    'whole-days',
    kept === 0
      ? `On these days ${of} has ${gone.length === 1 ? 'one campaign' : `${gone.length} campaigns`} (${named}), and the file has none of them. Is it another ad account, or does it take the place of these days?`
      : `${gone.length === 1 ? 'One campaign' : `${gone.length} campaigns`} of ${of} on these days (${named}) ${gone.length === 1 ? 'is' : 'are'} not in the file. Does it hold everything that ${of} billed on these days?`,
    [
      { id: 'all', text: 'it holds these days whole: they are replaced' },
      { id: 'some', text: 'it holds a part of them: what stands beside it stays' },
    ],
    kept === 0 ? undefined : 'all',
  );
};

/** Whether a day of web analytics whose touches are none of those that stand takes their place or is another piece of the day. */
export const askPieces = (of: string, before: number): Question =>
  question(
    'whole-days',
    `${before === 1 ? 'One touch stands' : `${before.toLocaleString('en')} touches stand`} on these days of ${of}, and the file has none of them. Is it another piece of the same export, or does it take the place of these days?`,
    [
      { id: 'all', text: 'it holds these days whole: they are replaced' },
      { id: 'some', text: 'it is another piece: what stands beside it stays' },
    ],
  );

/** Whether negative amounts are credit notes. */
export const askCreditNotes = (header: string, n: number, line: number, example: string): Question =>
  question(
    'credit-notes',
    `${n === 1 ? 'One amount' : `${n.toLocaleString('en')} amounts`} in column ${header} ${n === 1 ? 'is' : 'are'} negative (row ${line}: ${example}). Are these credit notes? Otherwise their rows are held.`,
    [
      { id: 'yes', text: 'credit notes: they lower the revenue' },
      { id: 'no', text: 'mistakes: hold the rows' },
    ],
    'no',
  );

const shellWord = (word: string): string => (/^[\w:=.@%+,/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
