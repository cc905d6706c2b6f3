/** What a project needs from the registry, in the versions this house is tested with (dependencies.test.ts holds them to our own). */
export const dependencies: Readonly<Record<string, string>> = {
  '@marcbachmann/cel-js': '8.0.0',
  re2js: '^2.10.0',
  xstate: '^5.33.3',
  zod: '^4.6.7',
};

/** What it needs to be run and checked. */
export const devDependencies: Readonly<Record<string, string>> = {
  '@types/node': '^20.19.0',
  tsx: '^4.23.0',
  typescript: '6.0.3',
};
