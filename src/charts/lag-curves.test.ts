import { equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Row } from '../kernel/answer.ts';
import { lagView } from '../views/lag/lag-view.ts';
import { lagCurvesChart } from './lag-curves.ts';
import { rawDotsChart } from './raw-dots.ts';
import { toText } from './svg.ts';

const curve = Array.from({ length: 9 }, (_, i) => ({
  day: i * 30,
  observed: i < 6 ? i * 0.03 : null,
  share: i * 0.03,
  low: i * 0.02,
  high: i * 0.04,
}));
const row = (key: string, half: number, more: Partial<Row> = {}): Row => ({
  key,
  n: 200,
  came: 40,
  open: 160,
  stands: 'own',
  everShare: { value: 0.2, low: 0.15, high: 0.26 },
  halfDays: { value: half, low: half - 8, high: half + 9 },
  within90Share: { value: 0.1, low: 0.08, high: 0.13 },
  family: 'weibull',
  level: 'level',
  watched: 150,
  curve,
  ticks: [30, 90],
  compared: [],
  ...more,
});
const thin = row('Partner', 70, {
  n: 7,
  came: 1,
  stands: 'borrowed',
  refused: true,
  ripe: '2026-10-04',
  raw: [
    { day: 3, event: 0 },
    { day: 40, event: 1 },
  ],
  curve: [],
});
const answer = {
  asOf: '2026-05-12',
  rows: [row('Dock day', 52), row('Outreach', 34), thin],
  total: { ...row('total', 45), horizonDays: 240 },
  findings: [],
  coverage: { have: 407, of: 407, missing: [] },
} as unknown as Answer;

test('the title names the slowest and the fastest, and what is refused is not drawn', () => {
  const view = lagView(answer, 'lead', 'opened', '2026-05-12');
  equal(view.title, 'Half of the opportunities from Dock day come within 52 days; for Outreach it is 34.');
  equal(view.drawn.map(({ key }) => key).join(), 'Dock day,Outreach');
  equal(view.refused.map(({ key, ripe }) => `${key} ${ripe}`).join(), 'Partner 2026-10-04');
});

test('observed is solid, modelled dotted, and the chart says in a sentence what it shows', () => {
  for (const width of [330, 780]) {
    const chart = lagCurvesChart(lagView(answer, 'lead', 'opened', '2026-05-12'), { width, focus: 'Outreach' });
    const svg = toText(chart.svg);
    equal(svg.split('stroke-dasharray="2 4"').length - 1, 2);
    match(svg, width > 500 ? /half of those who come, after 34 days/ : /half by 34 days/);
    match(chart.summary, /Dock day 20 % ever, half within 52 days \(200 leads, 40 opportunities\)/);
    ok(!svg.includes('NaN') && !svg.includes('undefined'));
  }
});

test('too few to draw: every watch is a dot, full where it came', () => {
  const view = lagView(answer, 'lead', 'opened', '2026-05-12');
  const svg = toText(rawDotsChart(view.refused[0]!, view.words).svg);
  equal(svg.split('<circle').length - 1, 2);
  equal(svg.split('fill="var(--early)"').length - 1, 1);
});
