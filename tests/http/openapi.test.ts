/** The OpenAPI document: valid, complete, and true to what is answered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { contract } from '../../src/server/contract/contract.ts';
import { castIn, openUnder } from './house-under-test.ts';

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; summary: string; security: unknown; parameters?: unknown[] }>>;
  components: { securitySchemes: object };
};

test('the document is valid OpenAPI 3.1 and names every operation', async (t) => {
  const answer = await (await openUnder(t)).somebody().fetch('/api/openapi.json');
  const document = (await answer.json()) as Document;
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  assert.ok(result.valid, JSON.stringify(result.errors ?? null).slice(0, 2000));
  assert.equal(validator.version, '3.1');
  for (const [name, { effect, access }] of Object.entries(contract)) {
    const at = document.paths[`/api/${name.replaceAll(' ', '-')}`];
    assert.ok(at?.post, name);
    assert.equal(at.get !== undefined, effect === 'read', name);
    assert.deepEqual(at.post.security, access === 'open' ? [] : [{ session: [] }, { token: [] }], name);
    assert.ok(at.post.summary.length > 10, name);
  }
  const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((o) => o.operationId));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(Object.keys(document.components.securitySchemes), ['session', 'token']);
});

test('the document is read by anybody, and by browsers only when it changed', async (t) => {
  const { nobody } = await castIn(await openUnder(t));
  const first = await nobody.fetch('/api/openapi.json');
  assert.equal((await nobody.fetch('/api/openapi.json', { headers: { 'if-none-match': first.headers.get('etag')! } })).status, 304);
});
