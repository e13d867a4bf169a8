/**
 * Attendee lists: who was registered for an event and who came, from a badge scanner, a webinar tool or a clipboard.
 *
 * Only who came is a touch; who did not come, or nobody ticked, was not reached by it. Which event it was and on which
 * day often stands only in the name of the file: what the file does not say is asked, with what its name suggests.
 */
import { isDay } from '../../../kernel/day.ts';
import type { Tx } from '../../engine.ts';
import type { Columns } from '../columns.ts';
import { feed } from '../feed.ts';
import type { Answers, FieldSource, Question } from '../mapping.ts';
import type { Profile } from '../profile.ts';
import { askEventChannel, askEventDay, askEventName } from '../questions.ts';
import { formOf } from '../time-format.ts';
import { any, firstOf, from, known, type Shape } from './shape.ts';

const ATTENDED = ['Attended', 'Attendance', 'Attendance Status', 'Attendee Status', 'Checked In', 'Check-in', 'Check in', 'Checkin', 'Showed up', 'Show', 'No-show', 'No Show', 'Present', 'Scanned', 'Badge Scanned', 'Join Status', 'Teilgenommen', 'Anwesend', 'Présent', 'Aanwezig', 'Asistió', 'Participation']; // prettier-ignore
const EMAIL = [
  'Email',
  'E-mail',
  'Email Address',
  'User Email',
  'Work Email',
  'Attendee Email',
  'E-Mail-Adresse',
  'Courriel',
  'Correo electrónico',
];
const EVENT = [
  'Event Name',
  'Event',
  'Event Title',
  'Webinar',
  'Webinar Name',
  'Topic',
  'Session',
  'Veranstaltung',
  'Campaign',
  'Campaign Name',
];
const DAY = [
  'Event Date',
  'Date',
  'Attended On',
  'Check-in Time',
  'Checked In At',
  'Join Time',
  'Session Date',
  'Datum',
  'Scanned At',
  'Scan Time',
  'Timestamp',
];
const COMPANY = [
  'Company',
  'Company Name',
  'Organization',
  'Organisation',
  'Account',
  'Account Name',
  'Firma',
  'Société',
  'Bedrijf',
  'Empresa',
];

const CAME =
  /^(y|yes|ja|oui|sí|si|true|wahr|vrai|1|x|✓|✔|attended|present|anwesend|aanwezig|présent|checked[ -]?in|show(ed)?( up)?|came|scanned|joined|teilgenommen|participated|asistió)$/i;

export const ATTENDEES: Shape = {
  id: 'attendee-list',
  words: 'a list of who attended an event',
  once: true,
  has: (c) =>
    any(c, ...ATTENDED) &&
    (any(c, ...EMAIL) || any(c, ...COMPANY)) &&
    !any(c, 'Channel', 'utm_source', 'Deal ID', 'Opportunity ID', 'Campaign Member ID', 'Lead/Contact ID', 'Lifecycle Stage'),
  feeds: async (tx, columns, answers, file) => {
    const questions: Question[] = [];
    const attended = ATTENDED.map((name) => columns.named(name)).find((one) => one !== undefined)!;
    const fields: { [field: string]: FieldSource | undefined } = {
      id: { as: 'content' },
      email: firstOf(columns, ...EMAIL),
      account_id: from(columns, ...COMPANY),
      campaign: from(columns, ...EVENT) ?? said(answers, questions, askEventName(nameIn(file)), (answer) => answer.trim() !== ''),
      touched_on: dayColumn(columns) ?? said(answers, questions, askEventDay(dayIn(file)), isDay),
      kind: { constant: 'Attended' },
      channel: said(
        answers,
        questions,
        askEventChannel(/webinar|zoom|teams|online/i.test(`${file} ${columns.all.map(({ header }) => header).join(' ')}`)),
        (answer) => ['Event', 'Webinar'].includes(answer),
      ),
    };
    const online =
      answers['event-channel'] === 'Webinar' ||
      (answers['event-channel'] === undefined && questions.some(({ id, otherwise }) => id === 'event-channel' && otherwise === 'Webinar'));
    const came = await cameIn(tx, attended);
    return {
      feeds: [
        feed('touch', { ...known(fields), offline: { constant: String(!online) } }, { where: { header: attended.header, in: came } }),
      ],
      questions,
    };
  },
  warns: {
    code: 'only-attended',
    text: 'Only who attended became a touch; who did not come, and rows that say nothing, did not.',
    todo: 'If everybody in the list came, fill the column with "yes" and import it again.',
  },
};

/** The cells that say that somebody came; of a column that says who did not come, the others. */
const cameIn = async (tx: Tx, { column, header }: Profile): Promise<string[]> => {
  const found = (await tx.read<{ x: string }>(`select distinct ${column} as x from stage where ${column} is not null limit 500`)).map(
    ({ x }) => x,
  );
  if (/^no[- ]?show$/i.test(header)) return found.filter((cell) => !CAME.test(cell.trim()));
  return found.filter((cell) => CAME.test(cell.trim()));
};

const dayColumn = (columns: Columns): FieldSource | undefined => {
  const profile = DAY.map((name) => columns.named(name)).find((one) => one !== undefined && one.filled > 0 && formOf(one) !== null);
  return profile ? { header: profile.header } : undefined;
};

/** What was answered, or what holds otherwise; the question is asked where neither is there. */
const said = (answers: Answers, questions: Question[], question: Question, fits: (answer: string) => boolean): FieldSource => {
  const answer = answers[question.id];
  if (answer !== undefined && fits(answer)) return { constant: answer.trim() };
  questions.push(question);
  return { constant: question.otherwise ?? question.options[0]?.id ?? '1970-01-01' };
};

/** A day written in a file's name: 2026-03-12, 20260312, 12-03-2026 or 12.03.2026; null: none. */
export const dayIn = (file: string): string | null => {
  const iso = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)/.exec(file);
  const back = /(?<!\d)([0-2]?\d|3[01])[-_.](0?[1-9]|1[0-2])[-_.](20\d\d)(?!\d)/.exec(file);
  const day = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : back ? `${back[3]}-${back[2]!.padStart(2, '0')}-${back[1]!.padStart(2, '0')}` : null;
  return day !== null && isDay(day) ? day : null;
};

/** What is left of a file's name without its ending, days and words every list has; null: nothing. */
export const nameIn = (file: string): string | null => {
  const name = file
    .replace(/\.[a-z0-9]{2,5}(\.gz)?$/i, '')
    .replaceAll(/(20\d\d[-_.]?\d\d[-_.]?\d\d|\d{1,2}[-_.]\d{1,2}[-_.]20\d\d)/g, ' ')
    .replaceAll(/[_.]+|\s+|(?<=\s|^)-|-(?=\s|$)/g, ' ')
    .replaceAll(/\b(attendees?|attendance|list|export|report|registrations?|participants?|final|copy|badges?|scans?|leads?)\b/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s-]+|[\s-]+$/g, '');
  return name === '' ? null : name;
};
