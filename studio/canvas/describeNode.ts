import type { Flow } from '@parley/shared/flow/document';
import { faceOf } from '@parley/shared/nodes/faceOf';
import i18next from 'i18next';
import type { TFunction } from 'i18next';
import type { Card } from '../store/cardOf.ts';
import { titleOf } from '../store/cardOf.ts';
import type { VersionMark } from './VersionMarks.ts';
import type { DesignerContext } from '../store/designerContext.ts';

/** A node in one spoken line: "Choice, Which wash?, 5 ways out, 1 warning". */
export function describeNode({ nodeTypes, proof, flowId }: Pick<DesignerContext, 'nodeTypes' | 'proof' | 'flowId'>, flow: Flow, id: string): string {
  const frame = flow.frames?.[id];
  if (frame) return [i18next.t('frame.name'), frame.title].filter(Boolean).join(', ');
  const note = flow.notes[id];
  if (note) return `${i18next.t('canvas.note')}, ${note.text}`;
  const node = flow.nodes[id];
  if (!node) return '';
  const type = nodeTypes[node.type];
  const issues = proof.state.getState().byNode.get(`${flowId}/${id}`) ?? [];
  const count = (severity: string): number => issues.filter((issue) => issue.severity === severity).length;
  const title = titleOf(node, type);
  const label = type && faceOf(type, node.data).label;
  return [
    label, title === label ? '' : title,
    i18next.t('canvas.waysOut', { count: type?.exits(node.data).length ?? 0 }),
    count('error') > 0 ? i18next.t('issues.errors', { count: count('error') }) : '',
    count('warning') > 0 ? i18next.t('issues.warnings', { count: count('warning') }) : '',
  ].filter(Boolean).join(', ');
}

/** The same for a card as it is drawn. */
export function describeCard(t: TFunction, card: Card, { errors, warnings, covered, version, waiting }: { errors: number; warnings: number; covered?: boolean | undefined; waiting?: number | undefined; version?: VersionMark | undefined }): string {
  return [
    card.typeLabel, card.title === card.typeLabel ? '' : card.title, t('canvas.waysOut', { count: card.exits.length }),
    waiting ? t('canvas.waiting', { count: waiting }) : '', errors > 0 ? t('issues.errors', { count: errors }) : '', warnings > 0 ? t('issues.warnings', { count: warnings }) : '',
    covered === undefined ? '' : t(covered ? 'tests.covered' : 'tests.uncovered'), version ? t(`publish.${version}_`) : '',
  ].filter(Boolean).join(', ');
}
