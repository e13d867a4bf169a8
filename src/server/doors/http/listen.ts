/** Listening: the app on a port, and how it is stopped so that what was begun is finished. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import type { App } from './web.ts';

export type Listening = {
  readonly port: number;
  /** Takes nothing new, waits for what is under way (at most `patience` ms), then hangs up. */
  readonly stop: (patience: number) => Promise<void>;
};

/** A large file over a slow line takes its time; headers must still come at once (Node's default). */
const LONGEST_REQUEST = 6 * 3_600_000;
/** Longer than programs keep a connection for the next request, so that theirs is not cut in the making. */
const IDLE_CONNECTION = 65_000;

/** Listens; refused where the port or the address cannot be had. */
export const listen = (app: App, { port, host }: { readonly port: number; readonly host: string }): Promise<Result<Listening, Problem>> =>
  new Promise((done) => {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    server.requestTimeout = LONGEST_REQUEST;
    server.keepAliveTimeout = IDLE_CONNECTION;
    server.once('error', (fault: NodeJS.ErrnoException) => done(refusal(fault, port, host)));
    server.listen(port, host, () => done(ok({ port: (server.address() as AddressInfo).port, stop: (patience) => stop(server, patience) })));
  });

const refusal = ({ code, message }: NodeJS.ErrnoException, port: number, host: string) => {
  if (code === 'EADDRINUSE')
    return problem('port-taken', `Port ${port} is taken by another program.`, 'Stop it, or choose another port: PORT=4001 npm start');
  if (code === 'EACCES')
    return problem('port-taken', `This user may not listen on port ${port}.`, 'Choose a port above 1023: PORT=4000 npm start');
  return problem('bad-setting', `Lockstep cannot listen on ${host} (${message}).`, 'Set HOST to an address of this machine.');
};

const stop = (server: Server, patience: number): Promise<void> =>
  new Promise((done) => {
    // A connection whose answer has just ended is kept for a next request that we would no longer take.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const hangUp = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(hangUp);
      done();
    });
  });
