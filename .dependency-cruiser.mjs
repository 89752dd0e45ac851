/**
 * The dependency rule of the house (docs/architecture.md). Every rule carries a sentence that tells what to do instead;
 * `test/house/house-rules.test.ts` plants a violation of each and sees it refused.
 */

/** Tests may reach for fixtures, support and the file system; the product beside them may not. */
const TESTS = '[.]test[.]ts$';

/** Packages that only compute: the same bytes in, the same answer out. */
const COMPUTING_PACKAGES = [
  'cheerio',
  'csv-parse',
  'fastest-levenshtein',
  'fflate',
  'saxes',
  'temporal-polyfill',
  'yauzl',
];

/** @param {string[]} names */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** @param {string[]} names */
const rooms = (...names) => `^src/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'domain-knows-nobody',
      comment:
        'The words and rules of the hospital stand alone: hand the value in as an argument, or move what needs the other file into the room that owns it.',
      severity: 'error',
      from: { path: rooms('domain'), pathNot: TESTS },
      to: { pathNot: [rooms('domain'), packages('temporal-polyfill')] },
    },
    {
      name: 'sources-know-only-the-domain',
      comment:
        'A source turns bytes into rows with their places and knows nothing else: what rows mean belongs to intake, fetching and storing to a service.',
      severity: 'error',
      from: { path: rooms('sources'), pathNot: TESTS },
      to: { path: '^src/', pathNot: rooms('sources', 'domain') },
    },
    {
      name: 'intake-knows-only-sources-and-domain',
      comment:
        'Intake turns rows into facts: let the service load what intake needs (people, hospitals, settings) and pass it as arguments.',
      severity: 'error',
      from: { path: rooms('intake'), pathNot: TESTS },
      to: { path: '^src/', pathNot: rooms('intake', 'sources', 'domain') },
    },
    {
      name: 'coverage-knows-only-the-domain',
      comment:
        'Coverage is a pure answer from facts: let the service load the facts, and describe what is missing in src/domain/coverage-facts.ts.',
      severity: 'error',
      from: { path: rooms('coverage'), pathNot: TESTS },
      to: { path: '^src/', pathNot: rooms('coverage', 'domain') },
    },
    {
      name: 'pure-rooms-touch-nothing',
      comment:
        'A pure room has no file, network, process, clock or randomness: let the service touch, and pass bytes, times and ids in as arguments.',
      severity: 'error',
      from: {
        path: rooms('domain', 'sources', 'intake', 'coverage'),
        pathNot: [TESTS, rooms('sources/matrix')],
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?buffer$' },
    },
    {
      name: 'matrix-reader-touches-only-its-thread',
      comment:
        'The matrix reader works in a thread on bytes that it is given: worker_threads, stream, zlib, buffer and url are all it may use of Node; let the service read the file.',
      severity: 'error',
      from: { path: rooms('sources/matrix'), pathNot: TESTS },
      to: {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(buffer|stream|stream/promises|url|worker_threads|zlib)$',
      },
    },
    {
      name: 'pure-rooms-use-computing-packages',
      comment:
        'A pure room uses only packages that compute: do it in a service or in src/outside, or, where the package touches nothing, add it to COMPUTING_PACKAGES.',
      severity: 'error',
      from: { path: rooms('domain', 'sources', 'intake', 'coverage'), pathNot: TESTS },
      to: { path: '(^|/)node_modules/', pathNot: packages(...COMPUTING_PACKAGES) },
    },
    {
      name: 'only-repositories-speak-sql',
      comment:
        'SQL lives in one room: ask a repository for what you need, or add the query there (migrations and the embedded server have their own place in src/outside).',
      severity: 'error',
      from: {
        path: '^(src|bin)/',
        pathNot: [TESTS, rooms('repositories'), '^src/outside/(migrate[.]ts$|embedded-postgres/)'],
      },
      to: { path: packages('pg', 'pg-[^/]+', 'kysely', 'node-pg-migrate'), pathNot: packages('pg-boss') },
    },
    {
      name: 'repositories-know-only-the-domain',
      comment:
        'A repository stores and loads the words of the domain: let the service turn rows into facts and answers, also where only a type is borrowed.',
      severity: 'error',
      from: { path: rooms('repositories'), pathNot: TESTS },
      to: { path: '^src/', pathNot: rooms('repositories', 'domain') },
    },
    {
      name: 'outside-knows-only-the-domain',
      comment:
        'What is not ours stays behind a plain function: return bytes or words of the domain, and let the service read and store them.',
      severity: 'error',
      from: { path: rooms('outside'), pathNot: TESTS },
      to: { path: '^src/', pathNot: rooms('outside', 'domain') },
    },
    {
      name: 'services-know-no-door',
      comment:
        'A service joins thinking with storing and does not know who called: return facts, let the door present them, and let main hand in what it wires.',
      severity: 'error',
      from: { path: rooms('services'), pathNot: TESTS },
      to: {
        path: '^src/',
        pathNot: rooms('services', 'domain', 'sources', 'intake', 'coverage', 'repositories', 'outside'),
      },
    },
    {
      name: 'doors-open-onto-services',
      comment:
        'A door (command line, HTTP) parses the request, calls a service and presents the answer: move whatever else it needs into a service, never into another door.',
      severity: 'error',
      from: { path: '^src/(cli|http)/', pathNot: TESTS },
      to: { path: '^src/', pathNot: ['^src/$1/', rooms('services', 'domain')] },
    },
    {
      name: 'jobs-open-onto-services',
      comment:
        'A job calls a service, as a door does; of the repositories the worker knows only the record of its attempts (job-claims, and the database that it is in): move whatever else it needs into a service.',
      severity: 'error',
      from: { path: rooms('jobs'), pathNot: TESTS },
      to: {
        path: '^src/',
        pathNot: [rooms('jobs', 'services', 'domain'), '^src/repositories/(job-claims|database)[.]ts$'],
      },
    },
    {
      name: 'example-knows-only-words',
      comment:
        'The bundled example is made of the words of the domain and the shapes of the sources: let main hand it to the services, and import no more than types from sources.',
      severity: 'error',
      from: { path: rooms('example'), pathNot: TESTS },
      to: { path: '^src/', pathNot: rooms('example', 'domain', 'sources') },
    },
    {
      name: 'example-borrows-only-types-from-sources',
      comment:
        'The example must not be read by the code that made it: import the type only, and write the bytes of the format yourself.',
      severity: 'error',
      from: { path: rooms('example'), pathNot: TESTS },
      to: { path: rooms('sources'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'example-is-for-main-and-tests',
      comment: 'The product never leans on its example: only main starts it, and tests may use its files.',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: [TESTS, rooms('example', 'main')] },
      to: { path: rooms('example') },
    },
    {
      name: 'nobody-imports-main',
      comment:
        'Main sees the whole house and nobody sees main: take what you need as an argument and let main wire it.',
      severity: 'error',
      from: { pathNot: '^(src/main|bin|test|bench)/' },
      to: { path: rooms('main') },
    },
    {
      name: 'page-knows-only-the-words',
      comment:
        'The page runs in a browser and asks the API for everything else: of the server it shares the words of the domain only.',
      severity: 'error',
      from: { path: '^web/', pathNot: TESTS },
      to: { path: '^src/', pathNot: rooms('domain') },
    },
    {
      name: 'nobody-imports-the-page',
      comment:
        'The server hands out the files of the page and knows nothing of what is in them: move what both need into the domain.',
      severity: 'error',
      from: { path: '^(src|bin|bench)/' },
      to: { path: '^web/' },
    },
    {
      name: 'parts-know-no-page',
      comment:
        'Components, words and client are for every page and know none: take what is particular as a property, or move the file into the page.',
      severity: 'error',
      from: { path: '^web/(components|words|client)/' },
      to: { path: '^web/(pages|shell|router)/' },
    },
    {
      name: 'product-knows-no-test',
      comment: 'The product must run without its tests: move what both need into the room that owns it.',
      severity: 'error',
      from: { path: '^(src|bin|web)/', pathNot: TESTS },
      to: { path: ['^(test|bench|tools)/', TESTS] },
    },
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one idea or three: move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'Nobody imports this file and it imports nobody: use it, or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: [TESTS, rooms('main')] },
      to: {},
    },
    {
      name: 'product-needs-no-dev-dependency',
      comment:
        'An installed product has no devDependencies: move the package to dependencies, or the code to tools or tests.',
      severity: 'error',
      from: { path: '^(src|bin|web)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that package.json does not name is there by luck: add it to package.json, pinned.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-deprecated',
      comment: 'Its makers have given up this module: use what they name instead.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['deprecated'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'This import leads nowhere: correct the path (with its .ts ending), or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 offers its parser to nobody: without @swc/core no .ts file is seen, and everything passes.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
