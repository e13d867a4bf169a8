/** What is known of one request while it is answered. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { House } from '../../house/house.ts';
import type { Caller } from '../../operations/operation.ts';
import type { Settings } from '../../settings.ts';
import type { Landing } from '../../arrivals/landing.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';

/** Who calls, and by what: a session (with its end), a token, or neither. */
export type Identity = {
  readonly caller: Caller;
  /** The web session, by its id in the house; null where there is none. */
  readonly session: string | null;
  /** True while what was presented is still worth something. */
  readonly holds: () => boolean;
  /** The caller's own streams are known by it; null for nobody. */
  readonly key: string | null;
};

export type Env = { Bindings: Partial<HttpBindings>; Variables: { identity: Identity } };
export type App = Hono<Env>;
export type Web = Context<Env>;

/** What the parts of the HTTP door share. */
export type Door = {
  readonly house: House;
  readonly settings: Settings;
  readonly version: string;
  readonly now: () => string;
  readonly log: Log;
  readonly hub: Hub;
  /** Puts events that programs sent into the facts. */
  readonly landing: Landing;
  /** Needed to claim the house; null where none is. */
  readonly setupToken: string | null;
  /** The local operator's secret, as server.json has it. */
  readonly operatorSecret: () => string;
};

/** The network address of the caller, as far as it can be believed. */
export const addressOf = (c: Web, { trustProxy }: Settings): string => {
  const told = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return told || (c.env?.incoming?.socket.remoteAddress ?? 'unknown');
};

/** True where the caller came over https, to us or to the proxy in front. */
export const isSecure = (c: Web, { trustProxy }: Settings): boolean => {
  const told = trustProxy ? c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() : undefined;
  return (told ?? new URL(c.req.url).protocol.replace(':', '')) === 'https';
};

/** The address that links are made with: as configured, else as this caller reached us. */
export const publicUrl = ({ settings }: Door, c: Web): string =>
  settings.url
    ? settings.url.href.replace(/\/$/, '')
    : `${isSecure(c, settings) ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}`;
