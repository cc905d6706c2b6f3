import type { Plugin, Rolldown } from 'vite';

/** Sources that only some scenes need are still one chunk where the designer needs them. */
const designer = /\/studio\/scenes\/designer\/Designer\.tsx$/;

/** What the designer imports at once, found when everything has been read. */
const needed = new Set<string>();

/** Finds what the designer loads, for the group of it below. */
export const designerSources: Plugin = {
  name: 'designer-sources',
  apply: 'build',
  buildEnd() {
    const visit = (id: string): void => {
      if (needed.has(id)) return;
      needed.add(id);
      this.getModuleInfo(id)?.importedIds.forEach(visit);
    };
    needed.clear();
    for (const id of this.getModuleIds()) if (designer.test(id)) visit(id);
  },
};

/**
 * Which sources are sent together. Left alone, each set of scenes that share something gets a chunk of its own: 130, most of a few
 * hundred bytes, of which the designer waited for 90. Each group has what it depends on in it or in one above it.
 */
export const groups: Rolldown.CodeSplittingGroup[] = [
  { name: 'shell', tags: ['$initial'], priority: 6 },
  // Several megabytes, which nothing but an editor may pull along.
  { name: 'monaco', test: 'monaco-editor', entriesAware: true, priority: 5 },
  { name: 'icons', test: '@tabler/icons', priority: 4 },
  { name: 'kit', test: (id) => needed.has(id) && /@mantine|\/studio\/ui\//.test(id), minShareCount: 2, priority: 3 },
  { name: 'api', test: /\/(?:studio|shared)\/api\//, minShareCount: 2, priority: 2 },
  { name: 'drawing', test: (id) => needed.has(id), minShareCount: 2, priority: 1 },
];
