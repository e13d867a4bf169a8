/** The small tests of the last months: who believed what, what was seen, what was made of it. Days are counted from today. */
import type { Word } from '../../domain/campaign/criteria.ts';
import type { Criteria, Variant } from '../../domain/campaign/criteria.ts';
import type { Question } from '../../domain/campaign/micro.ts';
import type { SegmentId } from '../../kernel/ids.ts';
import type { Who } from '../people.ts';

export type Tried = {
  readonly key: string;
  readonly name: string;
  readonly channel: string;
  readonly who: Who;
  /** Who freezes the criteria. */
  readonly second: Who;
  readonly starts: number;
  /** How long it runs. */
  readonly days: number;
  readonly euro: number;
  readonly segment: SegmentId | null;
  readonly variants: readonly Variant[];
  readonly believe: string;
  readonly work: { readonly title: string; readonly days: number } | null;
  /** The one whose scale planned it. */
  readonly follows?: string;
  readonly criteria: Omit<Criteria, 'deadline'>;
  readonly answers: { readonly [Q in Question]: string };
  /** Day, sums of each variant (cases and how many of them), euro spent. */
  readonly looks: readonly (readonly [number, readonly (readonly [number, number])[], number])[];
  readonly verdict?: {
    readonly day: number;
    readonly word: Word;
    readonly why: string;
    readonly overruled?: { readonly word: Word; readonly second: Who };
  };
};

const share = (of: string, outOf: string, scale: number, abort: number, minimum: number, relative = false): Omit<Criteria, 'deadline'> => ({
  measure: { kind: 'share', better: 'more', of: { what: 'hand', name: of }, outOf: { what: 'hand', name: outOf }, relative },
  scale,
  abort,
  minimum,
  error: 0.1,
  guardrails: [],
});
const letters = share('replies', 'letters sent', 0.08, 0.05, 100);

export const MICRO_STORY: readonly Tried[] = [
  {
    key: 'tender-letters',
    name: 'Letters on paper, first 200',
    channel: 'Direct mail',
    who: 'samir',
    second: 'ines',
    starts: -75,
    days: 40,
    euro: 1_200,
    segment: 's_mid-size',
    variants: [{ name: 'A letter with a dock plan', weight: 1 }],
    believe: 'A letter on paper is read where the tenth e-mail is not.',
    work: { title: 'Letters on paper: text, print, 200 names', days: 5 },
    criteria: letters,
    answers: {
      audience: 'Two hundred mid-size shippers without an open deal.',
      consent: 'Post to a business address. Who asks us to stop is taken off the list.',
      tracking: 'Each letter has its own short link with tender-letters in it.',
      answers: 'Sanne, the same day.',
      afterwards: 'Above 8 % the rest of the list. Below 5 % never again on paper.',
    },
    looks: [
      [-62, [[60, 9]], 420],
      [-55, [[130, 19]], 860],
      [-48, [[200, 31]], 1_200],
    ],
    verdict: { day: -46, word: 'scale', why: 'The rest of the list, before the tenders of the summer.' },
  },
  {
    key: 'tender-letters-2',
    name: 'Letters on paper, the next 600',
    channel: 'Direct mail',
    who: 'samir',
    second: 'diego',
    starts: -34,
    days: 60,
    euro: 3_600,
    segment: 's_mid-size',
    variants: [{ name: 'A letter with a dock plan', weight: 1 }],
    believe: 'A letter on paper is read where the tenth e-mail is not.',
    work: { title: 'Letters on paper: print and post 600', days: 4 },
    follows: 'tender-letters',
    criteria: letters,
    answers: {
      audience: 'The other six hundred of the list.',
      consent: 'As in the first round; eleven names have asked us to stop and are off.',
      tracking: 'Tried with three letters to ourselves.',
      answers: 'Sanne and Katrin, by market.',
      afterwards: 'Above 8 % it becomes a habit of every quarter.',
    },
    looks: [
      [-20, [[150, 17]], 900],
      [-12, [[260, 26]], 1_560],
      [-3, [[420, 38]], 2_520],
    ],
  },
  {
    key: 'forwarder-calls',
    name: 'Calls to Austrian forwarders',
    channel: 'Phone',
    who: 'lena',
    second: 'diego',
    starts: -58,
    days: 45,
    euro: 2_400,
    segment: null,
    variants: [{ name: 'Ten minutes, three questions', weight: 1 }],
    believe: 'Forwarders know which of their customers wait at the gate, and tell us.',
    work: { title: 'Calls to forwarders: list, script, an agency for two days', days: 6 },
    criteria: share('meetings', 'people reached by phone', 0.06, 0.03, 150),
    answers: {
      audience: 'Three hundred forwarders in Austria.',
      consent: 'Business numbers; the agency asks first and notes every no.',
      tracking: 'There is no link. The agency counts, we count meetings.',
      answers: 'Lena takes the meetings herself.',
      afterwards: 'Above 6 % a partner programme. Below 3 % we ask shippers instead.',
    },
    looks: [
      [-49, [[80, 1]], 500],
      [-42, [[170, 2]], 1_050],
      [-35, [[260, 2]], 1_600],
      [-9, [[300, 5]], 1_600],
    ],
    verdict: { day: -33, word: 'abort', why: 'Two meetings from 260 calls. The questions were good, the people were the wrong ones.' },
  },
  {
    key: 'dock-messages',
    name: 'Dock day by direct message',
    channel: 'Social',
    who: 'ana',
    second: 'samir',
    starts: -31,
    days: 45,
    euro: 900,
    segment: 's_dock',
    variants: [{ name: 'A message from the host', weight: 1 }],
    believe: 'People at the dock come when somebody at a dock asks them.',
    work: { title: 'Dock day by direct message: 200 names and the text', days: 3 },
    criteria: share('people who sign up', 'messages sent', 0.08, 0.05, 100),
    answers: {
      audience: 'Two hundred people at the dock of companies near Hamburg.',
      consent: 'A message inside the network they chose; one, never a second.',
      tracking: 'The sign-up page carries dock-messages.',
      answers: 'Ana.',
      afterwards: 'Above 8 % for every dock day. Below 5 % not again.',
    },
    looks: [
      [-22, [[90, 3]], 300],
      [-8, [[200, 3]], 700],
    ],
    verdict: {
      day: -2,
      word: 'abort',
      why: 'A hundred and ten of them went out on the day the network was down. I want 60 more before we stop.',
      overruled: { word: 'keep-going', second: 'ines' },
    },
  },
  {
    key: 'subject-lines',
    name: 'Two subject lines for the yard letter',
    channel: 'Newsletter',
    who: 'yuki',
    second: 'ines',
    starts: 6,
    days: 28,
    euro: 0,
    segment: null,
    variants: [
      { name: 'Your yard in numbers', weight: 1 },
      { name: 'Eleven minutes at the gate', weight: 1 },
    ],
    believe: 'A number that hurts is opened more often than a number that pleases.',
    work: null,
    criteria: share('people who click', 'people who got it', 0.15, 0, 400, true),
    answers: { audience: '', consent: '', tracking: '', answers: '', afterwards: '' },
    looks: [],
  },
];
