import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDeal } from '../../tests/support/deal.ts';
import { plan } from '../../tests/support/plan.ts';
import { dealView } from '../views/deal/build.ts';
import { weave } from '../views/thread/weave.ts';
import { toFile } from './file.ts';
import { fit, widthOf, wrap } from './label.ts';
import { el, toText, type Svg } from './svg.ts';
import { touchLanes } from './touch-lanes.ts';
import { weaveChart } from './weave.ts';

const all = (svg: Svg, tag: string): Svg[] => [
  ...(svg.tag === tag ? [svg] : []),
  ...svg.children.flatMap((c) => (typeof c === 'string' ? [] : all(c, tag))),
];
const cell = (key: string) => ({ key, label: key });
const woven = weave([
  { id: 'a', cells: [cell('o'), null, cell('g1'), null, null, null, null, cell('da'), { ...cell('ra'), href: '/prove/deals/a' }] },
  { id: 'b', cells: [cell('o'), null, cell('g2'), null, null, null, null, { ...cell('db'), gap: true }, cell('rb')] },
]);

test('a knot that two paths share is drawn once', () => {
  equal(woven.knots.filter((k) => k.label === 'o').length, 1);
  equal(all(weaveChart(woven).svg, 'circle').length, woven.knots.length);
});

test('the path in focus is drawn last, so that nothing crosses over it', () => {
  const widths = all(weaveChart(woven, { focus: 1 }).svg, 'path').map((p) => p.attrs['stroke-width']);
  deepEqual(
    widths.toSorted((a, b) => Number(a) - Number(b)),
    widths,
  );
  equal(widths.filter((w) => w === 3).length, 3);
});

test('a break is dashed as well as red', () => {
  const gap = all(weaveChart(woven).svg, 'circle').filter((c) => c.attrs['stroke'] === 'var(--th-gap)');
  equal(gap.length, 1);
  ok(gap[0]!.attrs['stroke-dasharray']);
});

test('a knot with a page is a link to it', () => {
  deepEqual(
    all(weaveChart(woven).svg, 'a').map((a) => a.attrs['href']),
    ['/prove/deals/a'],
  );
});

test('text that came from a file cannot become markup', () => {
  equal(toText(el('text', { title: '"><script>' }, '<b>&')), '<text title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</text>');
});

test('a file carries the values of every token it names', () => {
  const deal = dealView(sampleDeal(), { book: plan(), today: '2026-06-20', nameOf: String, noteOf: String });
  for (const chart of [weaveChart(woven), touchLanes(deal)]) {
    const file = toFile(chart, 'dark');
    for (const [, name] of file.matchAll(/var\((--[a-z0-9-]+)\)/g)) ok(file.includes(`${name}:#`), `${name} has no value in the file`);
    match(file, /^<\?xml[\s\S]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  }
});

test('touch lanes number what counts and leave the rest without a number', () => {
  const deal = dealView(sampleDeal(), { book: plan(), today: '2026-06-20', nameOf: String, noteOf: String });
  const numbers = all(touchLanes(deal).svg, 'text')
    .map((t) => t.children[0])
    .filter((t) => typeof t === 'string' && /^\d$/.test(t));
  deepEqual(numbers, ['1', '2', '3']);
});

test('labels break into lines that fit and end in an ellipsis where they must', () => {
  for (const line of wrap('Outreach to two hundred and forty shippers with a tender due this summer', 120, 13))
    ok(widthOf(line, 13) <= 120);
  equal(fit('short', 200, 13), 'short');
  match(fit('a very long name indeed', 60, 13), /…$/);
});
