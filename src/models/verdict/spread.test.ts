import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../kernel/random.ts';
import { spreadIn, spreadOf } from './spread.ts';

void test('the spread of drawn amounts is that of what people say of them', () => {
  const r = random('spread');
  const [s, paying, n] = [0.8, 0.3, 400_000];
  let [sum, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const x = r.chance(paying) ? 5000 * Math.exp(s * r.normal()) : 0;
    [sum, squares] = [sum + x, squares + x * x];
  }
  const drawn = Math.sqrt(squares / n - (sum / n) ** 2) / (sum / n);
  const said = spreadOf(5000, 5000 * Math.exp(s * 1.2815515655446004), paying);
  // A share of squares of lognormal amounts is known to about 2 % from so many.
  ok(Math.abs(said / drawn - 1) < 0.02, `${said} is not ${drawn}`);
  equal(spreadOf(10, 10, 1), 0);
  throws(() => spreadOf(10, 5, 1), RangeError);
});

void test('of several campaigns, the larger weighs more', () => {
  equal(spreadIn([]), null);
  equal(
    spreadIn([
      { n: 300, spread: 1 },
      { n: 100, spread: 3 },
    ]),
    Math.sqrt(3),
  );
});
