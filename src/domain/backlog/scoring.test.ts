import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '../decide.ts';
import { AIMS, FOUNDED, given, when, type Asked } from '../given.ts';
import type { ItemCommand } from './decide-item.ts';
import { sizeOf } from './sizing.ts';

const ben = (command: Asked[1]): Asked => ['p_ben', command];
const id = 'w_map';
const STANDS: readonly Asked[] = [
  ...FOUNDED,
  ...AIMS,
  ben({
    type: 'item/add',
    id,
    title: 'Map',
    priority: null,
    owner: null,
    sizeDays: 4,
    request: null,
    foundational: null,
    on: '2026-02-12',
  }),
];
const book = given(...STANDS);
const after = (...commands: readonly Asked[1][]) => given(...STANDS, ...commands.map(ben));
const sizeAfter = (...commands: readonly Asked[1][]) => {
  const now = after(...commands);
  return sizeOf(now, now.item.get(id)!);
};

test('a size by skill is the sum of its parts, to the hundredth of a day', () => {
  const bySkill = [
    { skill: 'Writing', days: 0.1 },
    { skill: 'Design', days: 0.2 },
  ];
  deepEqual(sizeAfter({ type: 'item/size-by-skill', id, bySkill }), { days: 0.3, by: 'skills', bySkill });
});

test('the size said last stands, whichever way it was said', () => {
  const skills: ItemCommand = { type: 'item/size-by-skill', id, bySkill: [{ skill: 'Writing', days: 2 }] };
  const shirt: ItemCommand = { type: 'item/size-shirt', id, shirt: 'M' };
  deepEqual(sizeAfter(skills, { type: 'item/size', id, sizeDays: 7 }), { days: 7, by: 'days', bySkill: [] });
  deepEqual(sizeAfter(shirt, skills).days, 2);
  deepEqual(sizeAfter(skills, shirt), { days: null, by: 'shirt', bySkill: [] });
});

test('a t-shirt size means the days of its team’s calibration, also when that changes later', () => {
  const days = { S: 1, M: 3, L: 8, XL: 20 };
  const shirt: ItemCommand = { type: 'item/size-shirt', id, shirt: 'L' };
  equal(sizeAfter(shirt, { type: 'practice/calibrate', team: null, days }).days, 8);
  equal(
    sizeAfter({ type: 'practice/calibrate', team: null, days }, shirt, { type: 'practice/calibrate', team: null, days: { ...days, L: 9 } })
      .days,
    9,
  );
});

test('what was said for a score is kept as it was said, and null takes it back', () => {
  const rice = { reach: 600, impact: 1, confidence: 50, effortMonths: 0.9 };
  const scored: ItemCommand = { type: 'item/score-rice', id, rice };
  deepEqual(when(book, ben(scored)), { events: [{ type: 'item/rice-scored', id, rice }] });
  deepEqual(when(after(scored), ben(scored)), { events: [] });
  equal(after(scored, { type: 'item/score-rice', id, rice: null }).item.get(id)!.scores.rice, null);
  const ice = { variant: 'ease', impact: 8, confidence: 5, last: 4 } as const;
  deepEqual(after({ type: 'item/score-ice', id, ice }).item.get(id)!.scores.ice, ice);
  const wsjf = { value: 8, urgency: 5, enablement: 1, jobSize: 3 };
  deepEqual(after({ type: 'item/score-wsjf', id, wsjf }).item.get(id)!.scores.wsjf, wsjf);
});

test('a share of an outcome’s gap is estimated once for each outcome', () => {
  const estimate = (percent: number | null): ItemCommand => ({ type: 'item/estimate-value', id, outcome: 'u_rev', percent });
  deepEqual(after(estimate(20), estimate(15)).item.get(id)!.values, [{ outcome: 'u_rev', percent: 15 }]);
  deepEqual(after(estimate(20), estimate(null)).item.get(id)!.values, []);
});

const REFUSED: readonly (readonly [string, ItemCommand, Refusal])[] = [
  [
    'impact has five steps',
    { type: 'item/score-rice', id, rice: { reach: 1, impact: 4, confidence: 50, effortMonths: 1 } },
    { code: 'not-one-of', field: 'impact', found: '4', choices: ['3', '2', '1', '0.5', '0.25'] },
  ],
  [
    'confidence has three steps',
    { type: 'item/score-rice', id, rice: { reach: 1, impact: 1, confidence: 60, effortMonths: 1 } },
    { code: 'not-one-of', field: 'confidence', found: '60', choices: ['100', '80', '50'] },
  ],
  [
    'nothing is done without effort',
    { type: 'item/score-rice', id, rice: { reach: 1, impact: 1, confidence: 50, effortMonths: 0 } },
    { code: 'out-of-range', field: 'effortMonths', least: 0.01, most: 1000 },
  ],
  [
    'ICE goes from one to ten, and the variant names its last part',
    { type: 'item/score-ice', id, ice: { variant: 'effort', impact: 1, confidence: 1, last: 11 } },
    { code: 'out-of-range', field: 'effort', least: 1, most: 10 },
  ],
  [
    'a job has a size',
    { type: 'item/score-wsjf', id, wsjf: { value: 1, urgency: 1, enablement: 1, jobSize: 0 } },
    { code: 'out-of-range', field: 'jobSize', least: 1, most: 20 },
  ],
  [
    'nothing closes more than the whole gap',
    { type: 'item/estimate-value', id, outcome: 'u_rev', percent: 101 },
    { code: 'out-of-range', field: 'percent', least: 0, most: 100 },
  ],
  [
    'a share is estimated of an outcome that stands',
    { type: 'item/estimate-value', id, outcome: 'u_none', percent: 1 },
    { code: 'not-there', thing: 'outcome', id: 'u_none' },
  ],
  [
    'each skill is named once',
    {
      type: 'item/size-by-skill',
      id,
      bySkill: [
        { skill: 'Writing', days: 1 },
        { skill: ' Writing', days: 1 },
      ],
    },
    { code: 'said-twice' },
  ],
  ['a size by skill names a skill', { type: 'item/size-by-skill', id, bySkill: [] }, { code: 'empty', field: 'sizes by skill' }],
];
for (const [rule, command, refused] of REFUSED) test(rule, () => deepEqual(when(book, ben(command)), { refused }));
