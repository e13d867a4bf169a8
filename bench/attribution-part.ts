/** One part of attribution.bench.ts, in a process of its own: `node attribution-part.ts PART FOLDER`. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openEngine, type Engine } from '../src/facts/engine.ts';
import { keepJourneys } from '../src/facts/journey/store.ts';
import { unitKeysOf } from '../src/facts/journey/unit-keys.ts';
import { walkDealsOf, walksOf } from '../src/facts/journey/walks.ts';
import { headOf } from '../src/facts/questions/head.ts';
import { ask } from '../src/facts/questions/registry.ts';
import { creditPass } from '../src/models/attribution/credit-pass.ts';
import { keyPass } from '../src/models/attribution/key-pass.ts';
import { learned } from '../src/models/attribution/learned.ts';
import { MODELS } from '../src/models/attribution/models.ts';
import { hereDoor } from '../src/server/local/here.ts';
import type { Told } from './attribution.bench.ts';

const [what, folder] = process.argv.slice(2) as [keyof typeof PARTS, string];
const company = readdirSync(path.join(folder, 'companies'))[0]!;
const facts = (): Promise<Engine> => openEngine(path.join(folder, 'companies', company, 'facts.duckdb'));
const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
const mostMemory = (): number => process.resourceUsage().maxRSS / 1024;

const keep = async (engine: Engine): Promise<Told> => ({ ms: await timed(() => keepJourneys(engine)) });

/** Every touch read, and put in order of account and time: what a window over journeys costs before it computes anything. */
const floor = async (engine: Engine): Promise<Told> => {
  const sort =
    'select max(place) from (select row_number() over (partition by account_id order by touched_on, touched_at, id) as place from touch)';
  const [count] = await engine.read<{ readonly n: number }>('select count(*) as n from touch');
  await engine.read('select max(contact_id) from touch');
  return {
    touches: count!.n,
    ms: Math.min(await timed(() => engine.read(sort)), await timed(() => engine.read(sort)), await timed(() => engine.read(sort))),
  };
};

const models = async (engine: Engine): Promise<Told> => {
  const params = { today: '2100-01-01' };
  const head = await headOf(engine, 'credit', params);
  const began = performance.now();
  const walks = await walksOf(engine, head);
  const deals = await walkDealsOf(engine, head, params);
  const at = deals.deal.map((_, i) => i).filter((i) => deals.won[i] === 1);
  const won = { deal: at.map((i) => deals.deal[i]!), minor: Float64Array.from(at, (i) => deals.minor[i]!) };
  const pass = creditPass(walks, won, walks.outcomes, MODELS, 21);
  const keysBy = async (by: string): Promise<{ key: Int32Array; keys: number }> => {
    const found = await unitKeysOf(engine, head, { by: [by] }, walks.outcomes);
    if (!found.ok || !found.value) throw new Error(`no keys by ${by}`);
    return { key: found.value.key, keys: found.value.keys.length };
  };
  const byKey = ({ key, keys }: { key: Int32Array; keys: number }, row: number): Float64Array => {
    const sums = new Float64Array(keys);
    const slots = key.length;
    for (let s = 0; s < slots; s += 1) if (key[s]! >= 0) sums[key[s]!]! += pass.minor[row * slots + s]!;
    return sums;
  };
  const campaigns = await keysBy('campaign');
  MODELS.forEach((_, m) => byKey(campaigns, m));
  keyPass(walks, won, pass.slot, campaigns.key, campaigns.keys);
  const channels = await keysBy('channel');
  const own = walks.outcomes.map((_, u) => channels.key[pass.slot[u]!]!);
  const chain = learned({ walks, deals, key: own, keys: channels.keys, order: 1, times: 0, seed: 'bench', rate: false });
  const ms = performance.now() - began;
  const model = await timed(() => byKey(campaigns, 5));
  const cut = await timed(async () => {
    const items = await keysBy('objective');
    keyPass(walks, won, pass.slot, items.key, items.keys);
    byKey(items, 3);
  });
  if (!chain.markov.won) throw new Error('nothing was won');
  return { ms, model, cut, rss: mostMemory() };
};

const asked = async (engine: Engine): Promise<Told> => {
  const params = { today: '2100-01-01' };
  const deals = await engine.read<{ readonly id: string }>("select id from opportunity where status = 'won' order by hash(id) limit 40");
  const one = async (question: string, more: object): Promise<number> =>
    timed(async () => {
      const answer = await ask(engine, question, { ...params, ...more });
      if (!answer.ok) throw new Error(answer.refusal.text);
    });
  await one('touches', { id: deals[0]!.id });
  const touches: number[] = [];
  for (const { id } of deals) touches.push(await one('touches', { id }));
  const quarter = { since: '2026-01-01', until: '2026-04-01' };
  return {
    touches: median(touches),
    quarter: median([await one('thread-down', quarter), await one('thread-down', quarter)]),
    down: await one('thread-down', {}),
  };
};

/** Ten people in one server, each looking at deals, the thread, credit and chains, as the pages do. */
const loop = async (): Promise<Told> => {
  const opened = hereDoor({ folder, version: '0', publicUrl: 'http://localhost', onProgress: () => undefined });
  if (!opened.ok) throw new Error(opened.refusal.text);
  const { call, close } = opened.value;
  const engine = await facts();
  const ids = (
    await engine.read<{ readonly id: string }>("select id from opportunity where status = 'won' order by hash(id) limit 60")
  ).map(({ id }) => id);
  await call('credit-learned', { company });
  const waits: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const person = async (p: number): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      const wishes: readonly (readonly [Parameters<typeof call>[0], object])[] = [
        ['deal', { company, id: ids[(p * 6 + turn) % ids.length]! }],
        ['credit-learned', { company, by: turn % 2 === 0 ? 'campaign' : 'channel' }],
        ['deals', { company, limit: 50 }],
        ['deal', { company, id: ids[(p * 6 + turn + 1) % ids.length]! }],
      ];
      for (const [name, input] of wishes) {
        waits.push(
          await timed(async () => {
            const answer = await call(name, input);
            if (!answer.ok) throw new Error(`${name}: ${answer.refusal.text}`);
          }),
        );
      }
    }
  };
  delay.enable();
  await Promise.all(Array.from({ length: 10 }, (_, p) => person(p)));
  delay.disable();
  await engine.close();
  await close();
  return { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6, wait: median(waits) };
};

const alone = (work: (engine: Engine) => Promise<Told>) => async (): Promise<Told> => {
  const engine = await facts();
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
};
const PARTS = { keep: alone(keep), floor: alone(floor), models: alone(models), asked: alone(asked), loop };

process.send?.(await PARTS[what]());
