// Who may import whom. A folder not listed for another may not be imported by it; npm packages and Node's own
// modules are not this table's business.
const folders = [
  'model',
  'contract',
  'failures',
  'terminal',
  'planning',
  'input',
  'api',
  'reading',
  'executing',
  'rendering',
  'settings',
  'texts',
  'commands',
  'main',
  'sandbox',
];
const everythingButSandbox = folders.filter((folder) => folder !== 'sandbox' && folder !== 'main');
const mayImport = {
  model: [],
  contract: [],
  failures: [],
  terminal: [],
  planning: ['model', 'failures'],
  input: ['model', 'failures'],
  api: ['contract', 'failures'],
  reading: ['api', 'contract', 'model', 'failures'],
  executing: ['planning', 'reading', 'api', 'model', 'failures'],
  rendering: ['model', 'planning', 'texts', 'failures'],
  settings: ['failures'],
  texts: ['failures'],
  commands: everythingButSandbox,
  sandbox: ['contract', 'failures'],
};

const others = (folder) => folders.filter((other) => other !== folder && !mayImport[folder].includes(other));
const inside = (list) => `^src/(${list.join('|')})(/|\\.ts$)`;

module.exports = {
  forbidden: [
    ...Object.keys(mayImport).map((folder) => ({
      name: `${folder}-imports`,
      severity: 'error',
      // The nouns `sandbox` and `demo` are the commands that know the sandbox; rendering knows executing's types.
      from: { path: inside([folder]), ...(folder === 'commands' ? { pathNot: '^src/commands/(sandbox|demo)/' } : {}) },
      to:
        folder === 'rendering'
          ? { path: inside(others(folder)), pathNot: '^src/executing/' }
          : { path: inside(others(folder)) },
    })),
    {
      name: 'rendering-knows-only-the-types-of-executing',
      severity: 'error',
      from: { path: inside(['rendering']) },
      to: { path: inside(['executing']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'planning-is-pure',
      comment: 'no clock, no randomness, no I/O, no colour',
      severity: 'error',
      from: { path: '^src/(planning|model)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    {
      name: 'a-change-gets-no-client',
      comment: 'a change only turns its arguments into intents',
      severity: 'error',
      from: {
        path: '^src/commands/(record|transfer|space|team|member|onboard)/',
        pathNot: '/(list|show)\\.ts$',
      },
      to: { path: inside(['api', 'reading', 'executing']) },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unknown-folder', severity: 'error', from: { path: '^src/', pathNot: inside(folders) }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
