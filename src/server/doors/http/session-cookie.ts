/**
 * The session's cookie: not readable by scripts, not sent by other sites' requests that change anything, and over
 * https only where we are reached by it. Its name ends with the port, since a browser gives all
 * ports of a host the same cookies.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SessionDoor } from '../../operations/operation.ts';
import { addressOf, isSecure, type Door, type Web } from './web.ts';

const nameFor = (c: Web): string => {
  const port = /:(\d+)$/.exec(c.req.header('host') ?? '')?.[1];
  return port ? `lockstep-${port}` : 'lockstep';
};

/** The token in the cookie, if there is one. */
export const sessionToken = (c: Web): string | null => getCookie(c, nameFor(c)) ?? null;

/** Keeps the cookie as long as the session is used; browsers forget it 14 days after the last time. */
const IDLE_SECONDS = 14 * 86_400;

const put = (door: Door, c: Web, token: string): void =>
  setCookie(c, nameFor(c), token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: IDLE_SECONDS, secure: isSecure(c, door.settings) });

/** Sends the cookie again, so that it lives on. */
export const prolong = (door: Door, c: Web): void => {
  const token = sessionToken(c);
  if (token !== null) put(door, c, token);
};

/** What operations may do to the session of this request. */
export const sessionDoor = (door: Door, c: Web): SessionDoor => {
  const id = c.get('identity').session;
  return {
    address: addressOf(c, door.settings),
    id,
    begin: (token) => put(door, c, token),
    end: () => {
      deleteCookie(c, nameFor(c), { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c, door.settings) });
      if (id !== null) door.hub.endSession(id);
    },
  };
};
