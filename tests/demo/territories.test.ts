/** A company that has outgrown its story: more territories, with campaigns, channels and a truth of their own; the small one is untouched. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { namesOf } from '../../src/domain/campaign/campaign.ts';
import { demo } from '../../src/demo/demo.ts';
import { growthOf } from '../../src/demo/growth.ts';
import { opportunityRows } from '../../src/demo/deal-rows.ts';
import { touchRows } from '../../src/demo/touch-rows.ts';
import { truthOf } from '../../src/demo/truth-counted.ts';
import { MICRO_STORY } from '../../src/demo/story/micro-story.ts';
import { worldOf } from '../../src/demo/world.ts';
import { AS_OF, bookOf } from './told-book.ts';

test('up to twenty times the story nothing but the number of accounts changes; it grows steadily from there', () => {
  for (const scale of [0.05, 1, 10, 20]) deepEqual(growthOf(scale), { territories: 1, seeking: 1, reaching: 1, accounts: 1 });
  let last = 0;
  for (const scale of [20, 30, 60, 150, 400, 1000]) {
    const { accounts } = worldOf({ seed: 's', asOf: AS_OF, scale });
    ok(accounts > last);
    last = accounts;
  }
});

test('at the top it is about a million opportunities, ten million touches, 24 channels and 3,000 campaigns', () => {
  const world = worldOf({ seed: 'top', asOf: AS_OF, scale: 1000 });
  const part = { ...world, accounts: 6_000 };
  const whole = world.accounts / part.accounts;
  const deals = [...opportunityRows(part)].length * whole;
  const touches = [...touchRows(part, 'all others')];
  ok(deals > 0.85e6 && deals < 1.15e6, `${deals} deals`);
  ok(touches.length * whole > 8.5e6 && touches.length * whole < 11.5e6, `${touches.length * whole} touches`);
  equal(world.editions.flat().length, 3_025);
  equal(new Set(touches.map((t) => t['channel'])).size, 24);
});

test('every edition is a campaign of its own: decided, spelled like no other, and with a known effect', () => {
  const wish = { seed: 'wide', asOf: AS_OF, scale: 80 };
  const grown = demo(wish);
  const world = worldOf(wish);
  const book = bookOf(grown);
  const editions = world.editions.flat();
  ok(world.editions.length > 2);
  // Some campaigns of the story are planned only after today.
  // Small tests are told by hand, in the company of the story only.
  const tried = new Set(MICRO_STORY.map(({ key }) => `c_${key}`));
  const story = [...bookOf(demo({ ...wish, scale: 1 })).campaign.keys()].filter((id) => !tried.has(id));
  equal(book.campaign.size, story.length * world.editions.length);
  const names = [...book.campaign.values()].flatMap((campaign) => [...new Set(namesOf(campaign))]);
  equal(new Set(names).size, names.length);
  const { campaigns } = truthOf({ ...world, accounts: 2_000 });
  equal(Object.keys(campaigns).length, editions.length);
  ok([...book.campaign.keys()].every((id) => campaigns[id]));
  ok(Object.values(campaigns).reduce((sum, { reached }) => sum + reached, 0) > 500);
  equal(grown.loads.filter(({ entity }) => entity === 'touch').length, 2);
});
