/** The colours and brackets of TypeScript alone, without its service: monaco ships no types for this file. */
declare module 'monaco-editor/languages/definitions/typescript/typescript.js' {
  import type { languages } from 'monaco-editor/editor/editor.api.js';

  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}

/** What monaco remembers for a person; it ships no types for these two files. */
declare module 'monaco-editor/platform/storage/common/storage.js' {
  export const IStorageService: unique symbol;
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices.js' {
  import type { IStorageService } from 'monaco-editor/platform/storage/common/storage.js';

  export const StandaloneServices: { get: (service: typeof IStorageService) => { store: (key: string, value: boolean, scope: number, target: number) => void } };
}
