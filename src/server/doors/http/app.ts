/** The HTTP door: what is asked at which address, and what stands before every answer. */
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { problem } from '../../house/problems.ts';
import { answerOperation } from './api.ts';
import { answerFeed } from './feeds.ts';
import { hostIsOurs } from './guards.ts';
import { answerIngest, answerIngestOptions } from './ingest.ts';
import { securityHeaders } from './headers.ts';
import { identify } from './identity.ts';
import { answerLive } from './live.ts';
import { answerPageLive } from './page-live.ts';
import { answerRoomLive } from './room-live.ts';
import { openApi } from './openapi.ts';
import { pagesFrom } from './pages.ts';
import { replyJson, replyProblem } from './reply.ts';
import { prolong } from './session-cookie.ts';
import { answerUpload } from './upload.ts';
import type { App, Door, Env } from './web.ts';

/** What an open page asks for from time to time. */
const PROLONGING: ReadonlySet<string> = new Set(['/api/door', '/api/book', '/api/live']);

/** The app that answers every request; `pages` is the folder of the built web pages. */
export const httpApp = (door: Door, pages: string): App => {
  const app = new Hono<Env>();
  const page = pagesFrom(pages);
  let described: object | null = null;

  app.use(securityHeaders);
  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    const path = c.req.path.startsWith('/api/') ? c.req.path : '(page)';
    door.log.info('answered', { method: c.req.method, path, status: c.res.status, ms: Math.round(performance.now() - began) });
  });
  app.use(async (c, next) => {
    const ours = hostIsOurs(c, door.settings);
    return ours.ok ? next() : replyProblem(c, ours.refusal);
  });
  app.use(compress());
  app.use('/api/*', async (c, next) => {
    const identity = identify(door, c);
    if (!identity.ok) return replyProblem(c, identity.refusal);
    c.set('identity', identity.value);
    if (identity.value.session !== null && PROLONGING.has(c.req.path)) prolong(door, c);
    return next();
  });

  app.get('/api/live', (c) => answerLive(door, c));
  app.get('/api/page-live', (c) => answerPageLive(door, c));
  app.get('/api/room-live', (c) => answerRoomLive(door, c));
  app.post('/api/upload', (c) => answerUpload(door, c));
  app.get('/api/openapi.json', etag(), (c) => replyJson(c, (described ??= openApi(door.version))));
  app.get('/api/:operation', etag(), (c) => answerOperation(door, c, c.req.param('operation')));
  app.post('/api/:operation', (c) => answerOperation(door, c, c.req.param('operation')));
  app.all('/api/*', (c) =>
    replyProblem(c, problem('no-such-operation', 'There is nothing at this address.', 'GET /api/openapi.json lists all there is.').refusal),
  );
  app.options('/v1/:call', (c) => answerIngestOptions(c));
  app.post('/v1/:call', (c) => answerIngest(door, c, c.req.param('call')));
  app.get('/feeds/:company/:file', etag(), (c) => answerFeed(door, c));
  app.get('*', page);
  app.all('*', (c) => replyProblem(c, problem('wrong-method', 'Pages are only read.', 'Operations stand under /api/.').refusal));

  app.onError((fault, c) => {
    door.log.defect('a request broke', fault, { method: c.req.method });
    return replyProblem(
      c,
      problem('defect', 'Something broke in the server.', 'Try again; if it stays, the server’s log says more.').refusal,
    );
  });
  return app;
};
