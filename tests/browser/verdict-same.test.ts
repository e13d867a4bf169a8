/**
 * Verdicts never differ between browser and server: the same code, bundled once, over some hundred random campaigns in both. Words,
 * sentences, days and reasons are the same letters. Numbers agree to eight digits: engines of other versions round powers and
 * exponentials in the last digits, and bounds are halved towards until they are known to nine.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { build } from 'vite';
import { launch } from '../support/chromium.ts';
import { verdictInput } from '../support/verdict-inputs.ts';
import { verdictView } from '../../src/views/verdict/verdict-view.ts';

const RUNS = 400;

const bundled = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: path.resolve(import.meta.dirname, '../../src/views/verdict/verdict-view.ts'),
        formats: ['iife'],
        name: 'verdict',
        fileName: 'verdict',
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  return outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []))[0]!;
};

/** `beside`: the value that a bound stands beside, to whose digits it is known. */
const same = (one: unknown, two: unknown, at: string, beside = 0): void => {
  if (typeof one === 'number' && typeof two === 'number') {
    assert.ok(Math.abs(one - two) <= 1e-8 * Math.max(0.01, Math.abs(two), beside), `${at}: ${one} is not ${two}`);
    return;
  }
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) {
    assert.equal(one, two, at);
    return;
  }
  assert.deepEqual(Object.keys(one), Object.keys(two), at);
  const value = (two as { readonly value?: unknown }).value;
  for (const [name, other] of Object.entries(two))
    same((one as Record<string, unknown>)[name], other, `${at}, ${name}`, typeof value === 'number' ? Math.abs(value) : 0);
};

test('the same code says the same of the same in Chromium and in Node', async () => {
  const code = await bundled();
  const inputs = Array.from({ length: RUNS }, (_, i) => JSON.stringify(verdictInput(`same ${i}`)));
  const said = `(inputs) => inputs.map((input) => JSON.stringify(verdict.verdictView(JSON.parse(input))))`;
  const there = vm.runInNewContext(`${code}; (${said})`) as (inputs: readonly string[]) => string[];
  const inNode = there(inputs);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: `${code}; globalThis.verdict = verdict; globalThis.said = ${said};` });
    const inChromium = await page.evaluate(
      (given) => (globalThis as unknown as { said: (inputs: readonly string[]) => string[] }).said(given),
      inputs,
    );
    const words = new Map<string, number>();
    inNode.forEach((node, i) => {
      same(JSON.parse(inChromium[i]!), JSON.parse(node), `case ${i}`);
      assert.equal(JSON.stringify(verdictView(JSON.parse(inputs[i]!) as Parameters<typeof verdictView>[0])), node, `case ${i} unbundled`);
      const { word, code: why } = JSON.parse(node) as { readonly word: string; readonly code: string };
      for (const seen of [word, why]) words.set(seen, (words.get(seen) ?? 0) + 1);
    });
    // Cases that all end alike would show nothing.
    for (const word of ['scale', 'abort', 'keep-going', 'review', 'sample-ratio', 'guard-broken'])
      assert.ok((words.get(word) ?? 0) >= 3, `${word}: ${words.get(word)}`);
  } finally {
    await browser.close();
  }
});
