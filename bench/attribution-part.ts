/** One part of attribution.bench.ts, in a process of its own: `node attribution-part.ts PART FOLDER`. */
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openEngine, type Engine } from '../src/facts/engine.ts';
import { keepJourneys } from '../src/facts/journey/store.ts';
import { ask } from '../src/facts/questions/registry.ts';
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
/** Reads the company's files once, so that the system has them in memory as it has the floor's: a disk's speed is nobody's measure. */
const warm = async (): Promise<void> => {
  const of = path.join(folder, 'companies', company);
  for (const file of readdirSync(of)) {
    if (!/^(facts|journeys)\./.test(file)) continue;
    for await (const _ of createReadStream(path.join(of, file), { highWaterMark: 1 << 22 }));
  }
};
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
const mostMemory = (): number => process.resourceUsage().maxRSS / 1024;

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

/** A server of this process with its workers, asked as the pages and the API ask. */
const door = () => {
  const opened = hereDoor({ folder, version: '0', publicUrl: 'http://localhost', onProgress: () => undefined });
  if (!opened.ok) throw new Error(opened.refusal.text);
  const { call, close } = opened.value;
  const good = async (name: Parameters<typeof call>[0], input: object): Promise<unknown> => {
    const answer = await call(name, { company, ...input });
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.text}`);
    return answer.value;
  };
  return { good, close };
};

/** What is kept beside the facts, made before anything is measured. A company that opens first takes over the links of its journal. */
const keep = async (): Promise<Told> => {
  const { good, close } = door();
  await good('ask', { question: 'cuts', of: 'touch' });
  await close();
  return alone(async (engine) => ({ ms: await timed(() => keepJourneys(engine)) }))();
};

const models = async (): Promise<Told> => {
  await warm();
  const { good, close } = door();
  const credit = (more: object): Promise<unknown> => good('ask', { question: 'credit', by: 'campaign', model: 'all', ...more });
  await good('ask', { question: 'cuts', of: 'touch' });
  const ms = await timed(async () => {
    // At once, as the credit page asks them.
    await Promise.all([credit({}), good('credit-learned', { by: 'channel', rate: false })]);
  });
  const rss = mostMemory();
  const times = {
    model: await timed(() => credit({ model: 'w-hubspot' })),
    cut: await timed(() => credit({ by: 'objective' })),
    channel: await timed(() => credit({ by: 'channel' })),
    return: await timed(() => good('ask', { question: 'roi', by: 'campaign' })),
    quarter: await timed(() => good('credit', { by: 'channel' })),
  };
  await close();
  return { ms, ...times, rss };
};

const asked = async (engine: Engine): Promise<Told> => {
  await warm();
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
  // Once before anything is measured, as of the deal: numbers of journeys are read into memory at the first question.
  await one('thread-down', {});
  const quarter = { since: '2026-01-01', until: '2026-04-01' };
  return {
    touches: median(touches),
    quarter: median([await one('thread-down', quarter), await one('thread-down', quarter), await one('thread-down', quarter)]),
    down: median([await one('thread-down', {}), await one('thread-down', {}), await one('thread-down', {})]),
  };
};

/** Ten people in one server, each looking at deals, the thread, credit, return and chains, as the pages do. */
const loop = async (): Promise<Told> => {
  const { good, close } = door();
  const engine = await facts();
  const ids = (
    await engine.read<{ readonly id: string }>("select id from opportunity where status = 'won' order by hash(id) limit 60")
  ).map(({ id }) => id);
  await engine.close();
  const waits: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const TURNS = 3;
  const person = async (p: number): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const wishes: readonly (readonly [Parameters<typeof good>[0], object])[] = [
        ['deal', { id: ids[(p * TURNS + turn) % ids.length]! }],
        ['credit', { by: turn % 2 === 0 ? 'campaign' : 'channel' }],
        ['thread', { direction: turn % 2 === 0 ? 'down' : 'up' }],
        ['ask', { question: 'touches', id: ids[(p * TURNS + turn + 1) % ids.length]! }],
        ['ask', { question: 'roi', by: turn % 2 === 0 ? 'channel' : 'campaign', since: '2026-01-01', until: '2026-04-01' }],
        ['ask', { question: 'credit', by: ['channel', 'campaign', 'priority'][p % 3]! }],
        ['credit-learned', { by: turn % 2 === 0 ? 'campaign' : 'channel', rate: false }],
        ['deals', { limit: 50 }],
      ];
      for (const [name, input] of wishes) waits.push(await timed(() => good(name, input)));
    }
  };
  delay.enable();
  await Promise.all(Array.from({ length: 10 }, (_, p) => person(p)));
  delay.disable();
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
const PARTS = { keep, floor: alone(floor), models, asked: alone(asked), loop };

process.send?.(await PARTS[what]());
