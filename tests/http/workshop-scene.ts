/** A workshop with members and a guest, for tests of the whole server. */
import { type TestContext } from 'node:test';
import type { Command } from '../../src/domain/book.ts';
import type { Change } from '../../src/domain/workshop/room/entry.ts';
import { batchOf, castIn, good, openUnder, type Cast, type Somebody, type Under } from './house-under-test.ts';
import { streamOf, type Stream } from './stream.ts';

const MAIL = { LOCKSTEP_SMTP_URL: 'smtp://127.0.0.1:1', LOCKSTEP_MAIL_FROM: 'Acme <a@acme.example>' };
export type Way = { readonly company: string; readonly token?: string; readonly workshop?: string };
export type Scene = {
  readonly under: Under;
  readonly cast: Cast;
  readonly id: `h_${string}`;
  readonly guest: Way;
  readonly sam: Way;
  readonly max: Way;
};

export const decide = (who: Somebody, commands: readonly Command[], notes: Record<string, string> = {}) =>
  good(who.post('decide', batchOf('acme', commands, { notes: Object.entries(notes).map(([id, text]) => ({ id, text })) })));
let made = 0;
/** The id of the last change that was sent. */
export const lastId = (): string => `change-${made - 1}`;
export const send = async (who: Somebody, way: Way, ...changes: readonly Change[]) =>
  (await good(who.post('room-send', { ...way, changes: changes.map((change) => ({ id: `change-${made++}`, change })) }))).body.taken as {
    seq?: number;
    code?: string;
  }[];
export const live = async (who: Somebody, way: Way, t: TestContext): Promise<Stream> => {
  const stream = streamOf(await who.fetch(`/api/room-live?${new URLSearchParams(way as Record<string, string>).toString()}`));
  t.after(() => stream.leave());
  return stream;
};
export const until = async (what: () => boolean): Promise<void> => {
  for (let tries = 0; !what(); tries++) {
    if (tries > 2000) throw new Error(`never: ${what.toString()}`);
    await new Promise((done) => setTimeout(done, 5));
  }
};

export const scene = async (t: TestContext, kind: 'collaborative' | 'planning'): Promise<Scene> => {
  const under = await openUnder(t, MAIL);
  const cast = await castIn(under);
  const plan = {
    title: 'Summer',
    purpose: 'What should the summer change?',
    kind,
    period: '2026-Q3',
    starts: '2026-05-21T09:00:00Z',
    prework: '2026-05-21',
  };
  const people = ['Sam', 'Vera', 'Gil Guest <gil@guest.example>'];
  const { id, links } = (await good(cast.marketer.post('workshop plan', { company: 'acme', ...plan, people }))).body;
  const token = links
    .find(({ name }: { name: string }) => name === 'Gil Guest')
    .link.split('/')
    .at(-1);
  const signedIn = { company: 'acme', workshop: id };
  return { under, cast, id, guest: { company: 'acme', token }, sam: signedIn, max: signedIn };
};
export const step = ({ cast, id }: Scene, phase: number) => decide(cast.marketer, [{ type: 'workshop/start-phase', id, phase }]);
export const write = (card: `j_${string}`, text: string, topic: 'retro' | 'guidepoint' | 'ideas' = 'guidepoint', lane = ''): Change => ({
  do: 'write',
  card,
  topic,
  lane,
  text,
});
