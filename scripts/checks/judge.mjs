/** Runs one check and says what is wrong: what it found, and that it looked at nothing, which several tools call clean. */

/** @param {import('./run.mjs').Check} check @param {string} root */
export const judged = async ({ run }, root) => {
  const verdict = await run(root);
  return { ...verdict, problems: verdict.looked === 0 ? ['looked at nothing', ...verdict.problems] : verdict.problems };
};
