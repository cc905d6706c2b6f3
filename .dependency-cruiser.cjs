// Who may import whom. Every rule says why; scripts/rules.test.mjs plants a violation of each and expects it to be seen.
const rooms = '^(studio|runtime|shared|db|e2e)/';


/** A room or folder may import itself, `allowed` rooms or folders, and packages; nothing else of the house. */
const imports = (room, allowed, comment) => ({
  name: `${room.replaceAll('/', '-')}-imports`,
  severity: 'error',
  comment,
  from: { path: `^${room}/`, pathNot: '\\.test\\.tsx?$|/test/' },
  to: { path: rooms, pathNot: [room, ...allowed].map((folder) => `^${folder}/`) },
});

/** One folder is the only door to an outside package. */
const onlyFrom = (folders, pkg, comment) => ({
  name: `${pkg.replace(/\W+/g, '')}-only-from-${folders[0].replaceAll('/', '-')}`,
  severity: 'error',
  comment,
  from: { path: rooms, pathNot: [...folders.map((folder) => `^${folder}/`), '\\.test\\.tsx?$', '/test/'] },
  to: { path: `node_modules/${pkg}/` },
});

const core = ['shared/machine', 'shared/expressions', 'shared/lib', 'shared/messages'];

module.exports = {
  forbidden: [
    imports('shared', [], 'shared is the vocabulary: it knows nobody.'),
    imports('db', ['shared'], 'db stores what shared names.'),
    imports('runtime', ['shared', 'db'], 'runtime never imports the studio.'),
    imports('studio', ['shared'], 'studio reaches runtime over HTTP and sockets only.'),
    {
    ...imports('e2e', ['shared'], 'e2e sees what a user sees; a throwaway PostgreSQL is part of the outside.'),
    to: { path: rooms, pathNot: ['^e2e/', '^shared/', '^db/realPostgres\\.ts$'] },
  },
    imports('shared/lib', [], 'lib is the ground: everything may stand on it, it stands on nothing.'),
    imports('shared/expressions', ['shared/lib'], 'The expression language knows no flow.'),
    imports('shared/messages', ['shared/lib', 'shared/expressions'], 'What travels knows no flow.'),
    imports('shared/machine', ['shared/lib', 'shared/messages', 'shared/expressions'], 'The machine is plain data.'),
    imports('shared/answers', core, 'Recognising an answer knows no flow.'),
    imports('shared/dialogs', [...core, 'shared/answers'], 'A dialog asks and hears outside of every flow.'),
    imports('shared/host', core, 'What runtime and simulator share around the engine knows no flow.'),
    imports('shared/exchange', [...core, 'shared/nodes', 'shared/flow'], 'A bot as a file, and files of other tools as a bot: nothing is compiled, proven or run.'),
    imports('shared/golden', [...core, 'shared/nodes', 'shared/flow', 'shared/compiler', 'shared/engine', 'shared/host'], 'A golden conversation is drawn, compiled and played; it knows no proof.'),
    imports('shared/coverage', [...core, 'shared/nodes', 'shared/engine', 'shared/golden'], 'What conversations take of a machine knows the machine and how conversations are held; it knows no proof.'),
    imports('shared/engine', [...core, 'shared/answers'], 'The engine knows states, not node types.'),
    imports('shared/layout', [], 'Where cards stand knows sizes and edges, no flow.'),
    imports('shared/nodes', core, 'A node type lowers itself to the machine.'),
    imports('shared/flow', [...core, 'shared/nodes'], 'The document knows the types of its nodes and nothing that is derived from it.'),
    imports('shared/compiler', [...core, 'shared/answers', 'shared/nodes', 'shared/flow'], 'Compiling needs the drawing, never the proof or the engine.'),
    imports('shared/issues', [...core, 'shared/answers', 'shared/nodes', 'shared/flow', 'shared/compiler'], 'The proof reads the drawing and the machine; it never runs the engine.'),
    {
      name: 'node-types-are-islands',
      severity: 'error',
      comment: 'One node type must be deletable without touching another.',
      from: { path: '^shared/nodes/([^/]+)/' },
      to: { path: '^shared/nodes/[^/]+/', pathNot: '^shared/nodes/$1/' },
    },
    {
      name: 'channels-are-islands',
      severity: 'error',
      comment: 'One channel must be deletable without touching another.',
      from: { path: '^runtime/channels/([^/]+)/' },
      to: { path: '^runtime/channels/[^/]+/', pathNot: ['^runtime/channels/$1/', '^runtime/channels/test/'] },
    },
    imports('runtime/channels', ['shared', 'db', 'runtime/lib'], 'Stages meet only in runtime/turns.'),
    imports('runtime/language', ['shared', 'db', 'runtime/lib'], 'Stages meet only in runtime/turns.'),
    imports('runtime/actions', ['shared', 'db', 'runtime/lib', 'runtime/sandbox', 'runtime/callbacks', 'runtime/models', 'runtime/requests'], 'An action performs one effect and knows no stage.'),
    imports('studio/ui', [], 'Plain components only.'),
    imports('studio/chat', ['shared/messages', 'shared/api'], 'The web chat stays small: it shares what travels and nothing else.'),
    {
      name: 'scenes-are-leaves',
      severity: 'error',
      comment: 'A scene is a page: only the app opens it; what two scenes share moves out of both.',
      from: { path: '^studio/', pathNot: '^studio/(scenes|app)/' },
      to: { path: '^studio/scenes/' },
    },
    onlyFrom(['studio/canvas'], '@xyflow/react', 'The canvas is the only door to React Flow.'),
    onlyFrom(['studio/inspector/fields', 'studio/ui/code'], 'monaco-editor', 'Monaco is big and lazy: one door keeps it so.'),
    onlyFrom(['db'], 'sequelize', 'db is the only room that knows SQL.'),
    imports('runtime/models', ['shared', 'db', 'runtime/lib'], 'A call of a model knows no flow, no stage and no effect.'),
    onlyFrom(['runtime/models'], 'openai', 'Models are called in one place, where every call is recorded.'),
    { name: 'no-circular', severity: 'error', comment: 'A cycle is two things that are one: join them or find the third.', from: {}, to: { circular: true } },
    {
      name: 'not-to-test',
      severity: 'error',
      comment: 'A test is nobody’s dependency.',
      from: { pathNot: '\\.test\\.(tsx?|mjs)$' },
      to: { path: '\\.test\\.(tsx?|mjs)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'default'], exportsFields: ['exports'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
