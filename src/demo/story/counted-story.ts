/** Campaigns of the quarters that are judged by what the files count: nobody tells their looks. Days are counted from their first day. */
import type { Criteria } from '../../domain/campaign/criteria.ts';
import type { Question } from '../../domain/campaign/micro.ts';
import type { SegmentId } from '../../kernel/ids.ts';
import type { Who } from '../people.ts';

export type CountedStory = {
  /** A campaign of the story. */
  readonly key: string;
  readonly who: Who;
  /** Who freezes the criteria. */
  readonly second: Who;
  readonly segment: SegmentId | null;
  /** Key of the priority whose money it is. */
  readonly line: string;
  readonly variant: string;
  readonly believe: string;
  readonly criteria: Omit<Criteria, 'deadline'>;
  readonly deadline: number;
  readonly answers: { readonly [Q in Question]: string };
};

export const COUNTED_STORY: readonly CountedStory[] = [
  {
    key: 'tender-guide',
    who: 'lena',
    second: 'ines',
    segment: 's_mid-size',
    line: 'tender-guide',
    variant: 'Twelve pages, no form before page three',
    believe: 'Who reads about tenders leaves a name when the checklist saves an afternoon.',
    criteria: {
      measure: { kind: 'share', better: 'more', of: { what: 'lead' }, outOf: { what: 'touch', kind: 'download' }, relative: false },
      scale: 0.25,
      abort: 0.1,
      minimum: 30,
      error: 0.1,
      guardrails: [
        {
          measure: { kind: 'ratio', better: 'less', of: { what: 'spend' }, outOf: { what: 'lead' }, relative: false },
          limit: 90_000,
        },
      ],
    },
    deadline: 75,
    answers: {
      audience: 'Mid-size shippers who search for a tender template.',
      consent: 'A download asks for an address and says what for. One click says no.',
      tracking: 'Yes: my own download arrived with tender-guide in it.',
      answers: 'Sanne, within two working days.',
      afterwards: 'Above 25 % the guide in German and French. Below 10 % the form goes and we keep the page.',
    },
  },
  {
    key: 'calculator-beta',
    who: 'lena',
    second: 'diego',
    segment: 's_mid-size',
    line: 'calculator',
    variant: 'The sums in a sheet that they keep',
    believe: 'Who has worked out what slots are worth to him buys more often than who has not.',
    criteria: {
      measure: { kind: 'share', better: 'more', of: { what: 'won' }, outOf: { what: 'lead' }, relative: false },
      scale: 0.12,
      abort: 0.04,
      minimum: 40,
      error: 0.1,
      guardrails: [],
    },
    deadline: 270,
    answers: {
      audience: 'Mid-size shippers who look for what waiting at the gate costs.',
      consent: 'The sheet asks for an address and says what for.',
      tracking: 'Downloads arrive with calculator-beta in them; tried with two browsers.',
      answers: 'Sanne and Katrin, by market.',
      afterwards: 'Above 12 % the public version. Below 4 % it stays a tool for sales.',
    },
  },
];
