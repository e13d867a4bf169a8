/** The OpenAPI 3.1 document, made from the contract: what stands there is offered, what is offered stands there. */
import { z } from 'zod';
import { contract } from '../../contract/contract.ts';
import { problemBody } from '../../contract/problem.ts';
import type { Access, Shape } from '../../contract/shape.ts';
import type { Name } from '../../operations/operation.ts';
import { inputSchema } from './query.ts';

type Json = { readonly [name: string]: unknown };

const ACCESS: { readonly [A in Access]: string } = {
  open: 'Open to anybody.',
  'signed-in': 'For anybody who is signed in.',
  read: 'For those who belong to the company.',
  write: 'For marketers and owners of the company.',
  own: 'For owners of the company.',
  house: 'For the owner of this installation.',
  operator: 'For the command line on the server itself.',
};

const TAGS: readonly (readonly [string, readonly string[]])[] = [
  [
    'House',
    [
      'health',
      'door',
      'claim-house',
      'sign-in',
      'sign-out',
      'change-password',
      'companies',
      'company add',
      'demo',
      'invit',
      'withdraw',
      'join',
      'token',
    ],
  ],
  ['Requests', ['requests', 'request ', 'form', 'open-form', 'file-request', 'open-page', 'page-', 'post']],
  ['Decisions', ['book', 'decide', 'history']],
  ['Facts', ['import', 'loads', 'revert', 'held', 'mend', 'mappings', 'names', 'alias']],
  ['Care', ['doctor', 'backup', 'restore', 'password', 'export', 'audit']],
];
const tagOf = (name: string): string => TAGS.find(([, starts]) => starts.some((start) => name.startsWith(start)))?.[0] ?? 'Questions';

const json = (schema: unknown): Json => ({ 'application/json': { schema } });
const problemAnswer = { description: 'Why it was not done, and what to do.', content: json({ $ref: '#/components/schemas/Problem' }) };
const SIGNED = [{ session: [] }, { token: [] }];

/** The whole document. */
export const openApi = (version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Lockstep',
    version,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    summary: 'Outcome-based marketing on one thread, from the company’s objective to closed revenue and back.',
    description:
      'Every operation is POST /api/<name> with a JSON object; those that only read are also offered as GET with a query. ' +
      'A refusal says in words what is the matter and what to do, with a stable code.',
  },
  servers: [{ url: '/' }],
  tags: [...TAGS.map(([name]) => ({ name })), { name: 'Questions' }],
  paths: {
    ...Object.fromEntries((Object.keys(contract) as Name[]).map((name) => [`/api/${name.replaceAll(' ', '-')}`, pathOf(name)])),
    '/api/live': { get: LIVE },
    '/api/upload': { post: UPLOAD },
    '/api/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'This document',
        tags: ['House'],
        security: [],
        responses: { 200: { description: 'OpenAPI 3.1', content: json({ type: 'object' }) } },
      },
    },
  },
  components: {
    schemas: { Problem: plain(z.toJSONSchema(problemBody, { unrepresentable: 'any' })) },
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'lockstep',
        description: 'Begun by sign-in, claim-house or join; behind the name stands the port, where there is one.',
      },
      token: { type: 'http', scheme: 'bearer', description: 'An API token, lsk_…, made by "token add" for one company.' },
    },
  },
});

const pathOf = (name: Name): Json => {
  const shape: Shape = contract[name];
  const id = name.replaceAll(' ', '-');
  const about = {
    summary: shape.summary,
    description: ACCESS[shape.access],
    tags: [tagOf(name)],
    security: shape.access === 'open' ? [] : SIGNED,
    responses: {
      200: { description: 'Done.', content: json(plain(z.toJSONSchema(shape.output, { io: 'input', unrepresentable: 'any' }))) },
      default: problemAnswer,
    },
  };
  const input = plain(inputSchema(name));
  const post = { operationId: id, ...about, requestBody: { required: true, content: json(input) } };
  return shape.effect === 'write' ? { post } : { post, get: { operationId: `get-${id}`, ...about, parameters: parametersOf(name) } };
};

/** Objects have no place in a query; who needs them sends POST. */
const parametersOf = (name: Name): Json[] => {
  const { properties = {}, required = [] } = inputSchema(name);
  return Object.entries(properties)
    .filter(([, { type }]) => type !== 'object')
    .map(([key, schema]) => ({ name: key, in: 'query', required: required.includes(key), schema }));
};

/** A schema within a document: without the mark of a document of its own. */
const plain = (schema: object): Json => Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));

const LIVE: Json = {
  operationId: 'live',
  summary: 'What is decided, as it is decided (server-sent events)',
  description:
    'Starts after the event numbered by the header Last-Event-ID, or by `after`. Events: decided (one batch), facts (numbers changed), ' +
    'progress (your own long work), role (what you may see has changed; the stream ends), behind (start again from a snapshot).',
  tags: ['Decisions'],
  security: SIGNED,
  parameters: [
    { name: 'company', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'after', in: 'query', required: false, schema: { type: 'integer', minimum: 0 } },
    { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'integer', minimum: 0 } },
  ],
  responses: {
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    default: problemAnswer,
  },
};

const UPLOAD: Json = {
  operationId: 'upload',
  summary: 'Send a file for import-preview and import',
  tags: ['Facts'],
  security: SIGNED,
  parameters: [
    { name: 'X-File-Name', in: 'header', required: true, description: 'Name of the file, percent-encoded', schema: { type: 'string' } },
  ],
  requestBody: { required: true, content: { 'application/octet-stream': {} } },
  responses: {
    200: {
      description: 'Kept for a day.',
      content: json({ type: 'object', properties: { upload: { type: 'string' } }, required: ['upload'] }),
    },
    default: problemAnswer,
  },
};
