/**
 * The walls. Which room may look into which, which library stands in which room, and in what order the areas of
 * `domain` come. ARCHITECTURE.md's picture is drawn from these tables and from what the code really imports;
 * tests/rooms plants one offence for each rule below.
 */

/** Read from the top down: a room sees only rooms named behind it. */
export const MAY_SEE = {
  kernel: [],
  models: ['kernel'],
  domain: ['kernel'],
  views: ['kernel', 'models', 'domain'],
  charts: ['kernel', 'views'],
  store: ['kernel'],
  facts: ['kernel'],
  demo: ['kernel', 'domain'],
  server: ['kernel', 'models', 'domain', 'views', 'charts', 'store', 'facts', 'demo'],
  web: ['kernel', 'models', 'domain', 'views', 'charts', 'server/contract'],
};

/** The product's sentence, inside `domain`: an area looks only to its left, and at files that stand in `domain` itself. */
export const AREAS = [
  'company',
  'strategy',
  'audience',
  'guidepoint',
  'capacity',
  'blueprint',
  'intake',
  'backlog',
  'campaign',
  'measurement',
  'agreements',
  'workshop',
];

/** Libraries with one home: the pattern of what is imported, and where alone it may be. */
const AT_HOME = {
  zod: { library: npm('zod'), home: '^src/server/' },
  hono: { library: npm('hono|@hono/[^/]+'), home: '^src/server/' },
  sqlite: { library: '^(node:)?sqlite$', home: '^src/store/' },
  duckdb: { library: npm('@duckdb/[^/]+'), home: '^src/facts/' },
  d3: { library: npm('d3-[^/]+|@observablehq/plot'), home: '^src/charts/' },
  react: {
    library: npm('react|react-dom|wouter|@(mantine|tabler|tanstack|atlaskit|fontsource|fontsource-variable)/[^/]+'),
    home: '^src/web/',
  },
  temporal: { library: npm('temporal-polyfill'), home: '^src/kernel/zone\\.ts$' },
};

const PURE = '^src/(kernel|models|domain|views)/';
const TEST = '\\.test\\.tsx?$';
const CONTRACT = '^src/server/contract(/|\\.ts$)';
const ENTRY = ['^src/server/main\\.ts$', '^src/server/doors/cli/main\\.ts$', '^src/web/main\\.tsx$'];

/** @param {string} names */
function npm(names) {
  return `(^|/)node_modules/(${names})/`;
}

/** @param {readonly string[]} rooms */
const anyOf = (rooms) => rooms.map((room) => `^src/${room}(/|\\.ts$)`);

const error = /** @type {const} */ ('error');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(MAY_SEE).map(([room, below]) => ({
      name: `${room}-sees-only-below`,
      severity: error,
      from: { path: `^src/${room}/`, pathNot: TEST },
      to: { path: '^(src|tests|bench|scripts)/', pathNot: anyOf([room, ...below]) },
    })),
    ...AREAS.slice(0, -1).map((area, place) => ({
      name: `${area}-looks-left`,
      comment: 'directly, or by way of another file',
      severity: error,
      from: { path: `^src/domain/${area}/`, pathNot: TEST },
      to: { path: `^src/domain/(${AREAS.slice(place + 1).join('|')})/`, reachable: true },
    })),
    {
      name: 'areas-know-no-book',
      comment: 'book and decide know every area, so no area may know them; history reads the past of them all',
      severity: error,
      from: { path: `^src/domain/(${AREAS.join('|')})/`, pathNot: TEST },
      to: { path: '^src/domain/(book|decide)\\.ts$', reachable: true },
    },
    {
      name: 'pure-rooms-import-no-io',
      severity: error,
      from: { path: PURE, pathNot: [TEST, '^src/kernel/zone\\.ts$'] },
      to: { pathNot: '^src/' },
    },
    {
      name: 'zone-imports-temporal-alone',
      severity: error,
      from: { path: '^src/kernel/zone\\.ts$' },
      to: { pathNot: ['^src/', npm('temporal-polyfill')] },
    },
    {
      name: 'charts-import-d3-alone',
      severity: error,
      from: { path: '^src/charts/', pathNot: TEST },
      to: { pathNot: ['^src/', npm('d3-[^/]+|@observablehq/plot')] },
    },
    ...Object.entries(AT_HOME).map(([name, { library, home }]) => ({
      name: `${name}-stays-home`,
      severity: error,
      from: { path: '^src/', pathNot: [TEST, home] },
      to: { path: library },
    })),
    {
      name: 'truth-is-for-the-generator',
      severity: error,
      from: { pathNot: ['^src/demo/', '^tests/', TEST] },
      to: { path: '^src/demo/truth' },
    },
    {
      name: 'contract-stays-light',
      comment: 'the browser loads it',
      severity: error,
      from: { path: CONTRACT, pathNot: TEST },
      to: { pathNot: [...anyOf(['kernel', 'models', 'domain', 'views', 'charts', 'server/contract']), npm('zod')] },
    },
    {
      name: 'operations-know-no-door',
      severity: error,
      from: { path: '^src/server/operations/', pathNot: TEST },
      to: { path: '^src/server/doors/' },
    },
    {
      name: 'product-imports-no-test',
      severity: error,
      from: { path: '^src/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'product-needs-no-dev-package',
      comment: 'an installation without devDependencies runs; the browser gets a bundle',
      severity: error,
      from: { path: '^src/(?!web/)', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'everything-resolves', severity: error, from: {}, to: { couldNotResolve: true } },
    { name: 'no-circles', severity: error, from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: error,
      from: { orphan: true, path: '^src/', pathNot: [TEST, '\\.d\\.ts$', '^src/web/public/', ...ENTRY] },
      to: {},
    },
  ],
  options: {
    // TypeScript 7 has no reader for this tool; without swc it would cruise nothing and call it clean.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types', 'style'] },
  },
};
