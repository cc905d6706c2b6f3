// What the files of a project import of ours: with everything these stand on they go into it (hostSources).
export { companion } from '@parley/shared/compiler/companion';
export { talk } from './host/terminal.ts';
export { testConversations } from './host/testConversations.ts';
