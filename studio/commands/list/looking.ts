import type { Desk } from '../actions.ts';
import { beginComment } from '../../comments/talking.ts';
import { trailTo } from '../../store/uiStore.ts';
import { openFind } from '../openFind.ts';
import { calledBy, enterCall, leaveCall } from '../trail.ts';
import { t } from './command.ts';
import type { Deed } from './command.ts';

/** What is seen: zoom, panels, finding, the map of keys. */
export function looking(desk: Desk): Deed[] {
  const { ui, flowId, editable } = desk;
  const { canvas, outline, simulator, view, several } = ui.getState();
  return [
    { id: 'find', text: t('find.here'), keys: 'Ctrl F', anywhere: true, run: () => openFind(ui, { everywhere: false }) },
    { id: 'findAll', text: t('find.everywhere'), keys: 'Ctrl Shift F', anywhere: true, run: () => openFind(ui, { everywhere: true }) },
    { id: 'replace', text: t('find.andReplace'), keys: 'Ctrl H', edits: true, anywhere: true, run: () => openFind(ui, { replacing: true }) },
    { id: 'enter', text: t('trail.enter'), keys: 'Ctrl Enter', why: calledBy(desk) ? undefined : t('trail.needsCall'), run: () => enterCall(desk) },
    { id: 'back', text: t('trail.back'), keys: 'Ctrl Backspace', why: trailTo(ui.getState().trail, flowId).length > 0 ? undefined : t('trail.notCalled'), run: () => leaveCall(desk) },
    { id: 'fit', text: t('canvas.fitShort'), keys: '0', run: () => canvas?.fit() },
    { id: 'several', text: t(several ? 'several.off' : 'several.on'), hint: t('several.help'), keys: 'M', run: () => ui.setState({ several: !several }) },
    { id: 'outline', text: t(outline ? 'command.hideOutline' : 'command.showOutline'), keys: 'O', run: () => ui.setState({ outline: !outline }) },
    { id: 'simulator', text: t(simulator ? 'command.hideSimulator' : 'command.showSimulator'), run: () => ui.setState({ simulator: !simulator, column: 'simulator' }) },
    { id: 'code', text: t(view === 'code' ? 'command.hideCode' : 'command.showCode'), anywhere: true, run: () => ui.setState({ view: view === 'code' ? 'design' : 'code', codeTab: 'machine' }) },
    { id: 'json', text: t(editable ? 'json.edit' : 'json.show'), hint: t('json.hint'), anywhere: true, run: () => ui.setState({ view: 'code', codeTab: 'json' }) },
    { id: 'diagram', text: t('diagram.open'), hint: 'SVG, PNG, Mermaid', anywhere: true, run: () => ui.setState({ exporting: true }) },
    { id: 'translations', text: t(view === 'translations' ? 'texts.closeView' : 'texts.openView'), anywhere: true, run: () => ui.setState({ view: view === 'translations' ? 'design' : 'translations' }) },
    { id: 'comment', text: t('comments.new'), hint: t('comments.key'), keys: 'R', run: () => beginComment(desk) },
    { id: 'comments', text: t('comments.name'), hint: t('command.panel'), anywhere: true, run: () => ui.setState({ view: view === 'comments' ? 'design' : 'comments' }) },
    { id: 'keys', text: t('command.keys'), keys: '?', anywhere: true, run: () => ui.setState({ shortcuts: true }) },
  ];
}
