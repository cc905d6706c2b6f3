import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ViewName } from '../../store/uiStore.ts';

/** A view of the drawing besides the design itself. */
export interface DesignerView {
  name: Exclude<ViewName, 'design'>;
  /** Key of its name among the studio's words. */
  label: string;
  Panel: ComponentType;
  /** Opened by a button of its own, not among the views of the top bar. */
  apart?: true;
  /** Shows all flows at once: stays as it is when another one is opened. */
  steady?: true;
}

/** The views in the order of the top bar, after the design itself. A new one is its name in `ViewName`, where it stands in `roomOf`, and one line here. */
export const designerViews: readonly DesignerView[] = [
  { name: 'code', label: 'designer.code', Panel: lazy(async () => ({ default: (await import('../../code/CodeView.tsx')).CodeView })), steady: true },
  { name: 'translations', label: 'texts.name', Panel: lazy(async () => ({ default: (await import('../../translations/Texts.tsx')).Texts })) },
  { name: 'history', label: 'history.name', Panel: lazy(async () => ({ default: (await import('../../history/History.tsx')).History })) },
  { name: 'tests', label: 'tests.name', Panel: lazy(async () => ({ default: (await import('../../tests/Tests.tsx')).Tests })) },
  { name: 'comments', label: 'comments.name', apart: true, Panel: lazy(async () => ({ default: (await import('../../comments/Comments.tsx')).Comments })) },
];

/** The view that is open; undefined in the design. */
export function viewOf(open: ViewName): DesignerView | undefined {
  return designerViews.find(({ name }) => name === open);
}
