/** `npm start`: one line on stdout once everything is ready, one sentence on stderr and an exit code of its own where it cannot be. */
import { outcomeOf } from './doors/problem-status.ts';
import { readSettings } from './settings.ts';
import { startServer } from './start.ts';
import type { Problem } from './contract/problem.ts';

const complain = (line: string): void => void process.stderr.write(line);

const giveUp = ({ code, text, todo }: Problem): void => {
  complain(`${todo ? `${text} ${todo}` : text}\n`);
  process.exitCode = outcomeOf(code).exit;
};

const main = async (): Promise<void> => {
  const settings = readSettings(process.env, process.cwd());
  if (!settings.ok) return giveUp(settings.refusal);
  const started = await startServer(settings.value, complain);
  if (!started.ok) return giveUp(started.refusal);
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1); // asked twice: he does not want to wait
    stopping = true;
    void started.value.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write(`Lockstep is ready: ${started.value.start}\n`);
};

await main();
